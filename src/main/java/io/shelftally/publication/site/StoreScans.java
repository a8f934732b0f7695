package io.shelftally.publication.site;

import org.jspecify.annotations.Nullable;

/**
 * What the scans of a store told on the latest night.
 *
 * @param storeId null for scans without a store
 * @param contradicted products with a verdict that is a break
 */
public record StoreScans(
        @Nullable String storeId, long scans, long reported, long captured, long confirmed, long contradicted) {}
