package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.Step;
import java.util.List;
import java.util.Optional;

/** How far the calls about one subject have gone through its steps. */
final class Steps {

    private int index;
    private int used;

    /** The step that this call meets; empty when all are behind. */
    synchronized Optional<Step> next(List<Step> steps) {
        if (index >= steps.size()) {
            return Optional.empty();
        }
        Step step = steps.get(index);
        used++;
        if (used >= step.times().count()) {
            index++;
            used = 0;
        }
        return Optional.of(step);
    }
}
