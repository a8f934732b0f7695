package io.shelftally.publication.tables;

/** The numbers of an export's reconciled rows; the view reconciled_item counts in the same way. */
final class RowIds {

    private static final long ROWS_PER_EXPORT = 1L << Integer.SIZE;

    private RowIds() {}

    static long first(int exportId) {
        return exportId * ROWS_PER_EXPORT;
    }

    static long last(int exportId) {
        return first(exportId) + ROWS_PER_EXPORT - 1;
    }
}
