package io.shelftally.publication.verification;

/** Whole numbers of cells, of which some may be broken: that is told elsewhere. */
final class Longs {

    private Longs() {}

    /** The number, or 0 if the cell holds none. */
    static long parse(String cell) {
        try {
            return Long.parseLong(cell);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
