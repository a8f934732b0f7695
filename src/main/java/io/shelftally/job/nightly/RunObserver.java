package io.shelftally.job.nightly;

import java.time.LocalDate;

/** Whoever started a run: says how a failure is answered, and is told of its beginning and its end. Throws nothing. */
@FunctionalInterface
public interface RunObserver {

    /** The exit code of a failure, for the history. */
    int exitCode(Throwable trouble);

    /**
     * The run has the lease and its number, and has called nobody yet.
     *
     * @param run from 1
     */
    default void began(long run, LocalDate businessDate) {}

    /** The run has ended, well or not; it may not have begun. */
    default void ended(RunFacts facts) {}
}
