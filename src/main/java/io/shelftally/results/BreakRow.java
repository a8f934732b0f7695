package io.shelftally.results;

import io.shelftally.product.Gtin;
import io.shelftally.reconciliation.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of breaks.csv; its key is (place, gtin, opened_on). Null is an empty cell.
 *
 * @param nights the nights on which it had a break verdict
 * @param closedOn null while it is open
 * @param previousOpenedOn when the closed break that it came back from was opened
 */
public record BreakRow(
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
