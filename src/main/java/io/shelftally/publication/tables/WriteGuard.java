package io.shelftally.publication.tables;

/** Asked at the start of every transaction that writes; throws if the run may not write any more. */
@FunctionalInterface
public interface WriteGuard {

    /** Agrees to everything. */
    WriteGuard NONE = () -> {};

    void check();
}
