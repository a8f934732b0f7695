package io.shelftally.publication.tables;

/** The numbers that an export's rows of reconciled_item_row may have. */
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
