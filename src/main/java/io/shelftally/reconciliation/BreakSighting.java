package io.shelftally.reconciliation;

import io.shelftally.product.Gtin;
import org.jspecify.annotations.Nullable;

/**
 * A row of tonight with a break verdict.
 *
 * @param place where the scan was taken, see {@link Break}
 * @param productName from Pensa, else from Closient; null if neither names it
 */
public record BreakSighting(
        String place,
        @Nullable String storeId,
        @Nullable String section,
        Gtin gtin,
        long scanId,
        Verdict verdict,
        @Nullable String productName) {}
