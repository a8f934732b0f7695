package io.shelftally.operations.keeping;

/** What came of the replay of the latest published night, where it was moved to. */
public enum ReplayedThere {
    SAME,
    DIFFERENT,

    /** What it published is not known any more, so there was nothing to compare with. */
    UNKNOWN,

    /** None is published. */
    NONE
}
