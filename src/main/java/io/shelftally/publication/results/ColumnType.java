package io.shelftally.publication.results;

/** The type of a column's values, and the Java type that carries them. */
public enum ColumnType {
    /** A {@link String}. */
    TEXT,
    /** A {@link Long} or {@link Integer}. */
    INTEGER,
    /** A {@link Boolean}. */
    BOOLEAN,
    /** A {@link java.time.LocalDate}. */
    DATE,
    /** An {@link java.time.Instant}. */
    INSTANT
}
