package io.shelftally.console;

/** What a reading command answers: a text for people, and a document with the same content for scripts. */
public interface Answer {

    /** Whole lines. */
    String text(Style style);

    /** Whether it tells of nothing, as a list without a row. */
    default boolean isEmpty() {
        return false;
    }

    /**
     * A record, or a map, of lists, maps, text, numbers, booleans and null; names become snake_case where they are a record's.
     * That is the answer itself, where its parts are what scripts are told.
     */
    default Object json() {
        return this;
    }
}
