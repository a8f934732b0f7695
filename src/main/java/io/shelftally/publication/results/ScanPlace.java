package io.shelftally.publication.results;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A scan of a night, and where it was taken as its intake row says. */
public record ScanPlace(
        LocalDate businessDate,
        long scanId,
        @Nullable String storeId,
        @Nullable String section) {

    public ScanPlace {
        if (scanId < 1) {
            throw new IllegalArgumentException("a scan id is 1 or more, not " + scanId);
        }
    }
}
