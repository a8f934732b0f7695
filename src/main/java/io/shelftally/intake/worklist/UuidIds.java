package io.shelftally.intake.worklist;

/** What becomes of a capture id that a work list gives as a UUID. */
public enum UuidIds {
    /** The row is set aside. */
    REFUSE,
    /** The form of 22 characters is the id from then on. */
    CONVERT
}
