package io.shelftally.proof.benchmark;

import java.util.List;

/**
 * Everything that was measured.
 *
 * @param load of the first trial
 * @param night of the first trial
 * @param trials one for each load that was measured in full
 * @param further what was measured beside them
 */
record Results(
        Machine machine,
        double loadBefore,
        Load load,
        Night night,
        List<Trial> trials,
        Further further,
        List<Target> targets) {

    static Results of(Machine machine, double loadBefore, List<Trial> trials, Further further) {
        Trial first = trials.get(0);
        return new Results(
                machine,
                loadBefore,
                first.load(),
                first.night(),
                List.copyOf(trials),
                further,
                Targets.of(trials, further));
    }

    /** Whether the targets are stated for what was run. */
    boolean areStated() {
        return trials.stream().allMatch(trial -> trial.load().isStated());
    }

    /** Whether other work disturbed a night that is shown. */
    boolean areDisturbed() {
        return trials.stream().anyMatch(trial -> trial.night().isDisturbed());
    }
}
