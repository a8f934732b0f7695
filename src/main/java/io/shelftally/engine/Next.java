package io.shelftally.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a task that was run.
 *
 * @param at when it is run again; empty if it is done, and goes
 */
public record Next(Optional<Instant> at) {

    /** There is nothing left to do. */
    public static Next done() {
        return new Next(Optional.empty());
    }

    /** By whoever is free then; a moment in the past puts it before what else is due, but for what was lost. */
    public static Next at(Instant moment) {
        return new Next(Optional.of(moment));
    }
}
