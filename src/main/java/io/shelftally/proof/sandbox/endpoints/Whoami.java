package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.Step;
import io.shelftally.proof.sandbox.world.World;

/** Answers the question whose key it is: {@code GET /account/api/v1/whoami}. */
final class Whoami {

    static final String PATH = "/account/api/v1/whoami";

    private final World world;
    private final Stage stage;
    private final Steps steps = new Steps();

    Whoami(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    Answer answer() {
        Answer ordinary = Answer.json(200, world.whoami());
        return steps.next(world.whoamiSteps())
                .map((Step step) -> stage.play(step, () -> ordinary))
                .orElse(ordinary);
    }
}
