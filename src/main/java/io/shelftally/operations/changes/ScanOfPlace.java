package io.shelftally.operations.changes;

import org.jspecify.annotations.Nullable;

/**
 * A scan of a published night.
 *
 * @param isReopened whether late evidence brought it back, and no work list
 * @param isSeenKnown whether its ITEMS_SEEN was read
 * @param isOutOfStockKnown whether its OOS was read
 */
record ScanOfPlace(
        long scanId,
        String place,
        @Nullable String storeId,
        boolean isReported,
        boolean isReopened,
        boolean isSeenKnown,
        boolean isOutOfStockKnown) {}
