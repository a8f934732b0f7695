package io.shelftally.engine;

import java.util.Optional;

/**
 * What a process can run.
 *
 * @param name stands in the table, so it is the same in every process and release
 * @param recurrence of a kind that has one task, which comes again and again; empty of one whose tasks are scheduled
 */
public record TaskKind(String name, Optional<Recurrence> recurrence, TaskHandler handler) {

    public static TaskKind of(String name, TaskHandler handler) {
        return new TaskKind(name, Optional.empty(), handler);
    }

    /** A task that each start of the engine sees to; in all processes together it runs once each time. */
    public static TaskKind recurring(String name, Recurrence recurrence, TaskHandler handler) {
        return new TaskKind(name, Optional.of(recurrence), handler);
    }
}
