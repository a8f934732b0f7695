package io.shelftally.job.nightly;

/** Whoever started a run: says how a failure is answered, and is told of how far it is. Throws nothing. */
@FunctionalInterface
public interface RunObserver {

    /** The exit code of a failure, for the history. */
    int exitCode(Throwable trouble);

    /** The run has the lease and its number, and has called nobody yet. */
    default void began(RunFacts facts) {}

    /** The work list is taken, or the rerun begun, and nobody was called yet. */
    default void tookWorkList(RunFacts facts) {}

    /** The run has ended, well or not; it may not have begun. */
    default void ended(RunFacts facts) {}
}
