package io.shelftally.operations.breaks;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A break that is open at the end of a night (docs/rules.md, "Breaks").
 *
 * @param nights the nights on which it had a break verdict
 */
record OpenBreak(
        String place,
        @Nullable String storeId,
        @Nullable String section,
        String gtin,
        @Nullable String productName,
        LocalDate openedOn,
        LocalDate lastSeenOn,
        int nights,
        String firstVerdict,
        String latestVerdict,
        @Nullable LocalDate previousOpenedOn) {

    /** Sorted here, because databases differ in the order of text. */
    static final Comparator<OpenBreak> OLDEST_FIRST = Comparator.comparing(OpenBreak::openedOn)
            .thenComparing(Comparator.comparing(OpenBreak::nights).reversed())
            .thenComparing(OpenBreak::place)
            .thenComparing(OpenBreak::gtin);
}
