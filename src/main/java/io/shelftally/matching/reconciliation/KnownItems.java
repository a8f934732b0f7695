package io.shelftally.matching.reconciliation;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The decisions on products without captures, made once for scans whose reports say the same of them: the same few thousand
 * products come again and again. For any thread.
 */
final class KnownItems {

    /** More products than a store sells, and about 10 MB. With one more it begins anew. */
    private static final int MOST = 30_000;

    private final Map<Told, Optional<ReconciledItem>> items = new ConcurrentHashMap<>();

    /** All that a row without captures follows from; its listings are null where a report does not name the product. */
    record Told(
            Reports reports,
            @Nullable Listing itemsSeen,
            @Nullable Listing facingsSeen,
            @Nullable Listing fullFacings,
            @Nullable Listing outOfStock) {

        /** What Java makes for a record is slower, and takes its compiler longer. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Told told
                    && Objects.equals(itemsSeen, told.itemsSeen)
                    && Objects.equals(facingsSeen, told.facingsSeen)
                    && Objects.equals(fullFacings, told.fullFacings)
                    && Objects.equals(outOfStock, told.outOfStock)
                    && reports.equals(told.reports);
        }

        @Override
        public int hashCode() {
            int seen = 31 * Objects.hashCode(itemsSeen) + Objects.hashCode(outOfStock);
            int facings = 31 * Objects.hashCode(facingsSeen) + Objects.hashCode(fullFacings);
            return 31 * (31 * seen + facings) + reports.hashCode();
        }
    }

    Optional<ReconciledItem> of(Told told, Function<Reports, Optional<ReconciledItem>> decide) {
        Optional<ReconciledItem> known = items.get(told);
        return known == null ? keep(told, decide.apply(told.reports())) : known;
    }

    private Optional<ReconciledItem> keep(Told told, Optional<ReconciledItem> item) {
        if (items.size() >= MOST) {
            items.clear();
        }
        items.put(told, item);
        return item;
    }
}
