package io.shelftally.reconciliation;

import io.shelftally.product.Gtin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One product at one place that the evidence contradicts, open or closed; its key is (place, gtin, opened_on).
 *
 * @param nights the nights on which it had a break verdict
 * @param closedOn null while it is open
 * @param previousOpenedOn when the closed break that it came back from was opened
 */
public record Break(
        String place,
        @Nullable String storeId,
        @Nullable String section,
        Gtin gtin,
        @Nullable String productName,
        LocalDate openedOn,
        LocalDate lastSeenOn,
        @Nullable LocalDate closedOn,
        int nights,
        Verdict firstVerdict,
        Verdict latestVerdict,
        @Nullable LocalDate previousOpenedOn) {}
