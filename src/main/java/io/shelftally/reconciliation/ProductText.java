package io.shelftally.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * What a report says of a product in words, raw; null is none, and never the empty text.
 *
 * @param upc as reported, a number as its digits
 */
public record ProductText(
        @Nullable String productName,
        @Nullable String brand,
        @Nullable String category,
        @Nullable String manufacturer,
        @Nullable String productId,
        @Nullable String brandId,
        @Nullable String categoryId,
        @Nullable String manufacturerId,
        @Nullable String upc) {}
