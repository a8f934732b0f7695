package io.shelftally.proof.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * The nights of one load, measured in full.
 *
 * @param here by this build, one or more
 * @param other by the build beside it, as many; empty if there is none
 * @param comparison of both; empty if there is none
 * @param client the same calls by the plain client; empty if it was not run
 */
record Trial(Load load, List<Night> here, List<Night> other, List<Comparison> comparison, Optional<ClientRun> client) {

    static Trial of(Load load, List<Night> here, List<Night> other) {
        return new Trial(
                load,
                List.copyOf(here),
                List.copyOf(other),
                other.isEmpty() ? List.of() : Comparison.of(here, other),
                Optional.empty());
    }

    Trial withClient(ClientRun run) {
        return new Trial(load, here, other, comparison, Optional.of(run));
    }

    /** The one of this build that is shown. */
    Night night() {
        return Night.middle(here);
    }
}
