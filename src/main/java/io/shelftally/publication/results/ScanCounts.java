package io.shelftally.publication.results;

import org.jspecify.annotations.Nullable;

/** The rows of a reported scan, counted; all null for another, and the first two where that report is unknown. */
public record ScanCounts(
        @Nullable Integer seen,
        @Nullable Integer outOfStock,
        @Nullable Integer captured,
        @Nullable Integer confirmed,
        @Nullable Integer breaks) {

    /** The counts of a scan that is not reported. */
    public static final ScanCounts NONE = new ScanCounts(null, null, null, null, null);
}
