package io.shelftally.proof.benchmark;

import java.util.List;

/**
 * The nights of one load, measured in full.
 *
 * @param here by this build, one or more
 * @param other by the build beside it, as many; empty if there is none
 * @param comparison of both; empty if there is none
 */
record Trial(Load load, List<Night> here, List<Night> other, List<Comparison> comparison) {

    static Trial of(Load load, List<Night> here, List<Night> other) {
        return new Trial(
                load, List.copyOf(here), List.copyOf(other), other.isEmpty() ? List.of() : Comparison.of(here, other));
    }

    /** The one of this build that is shown. */
    Night night() {
        return Night.middle(here);
    }
}
