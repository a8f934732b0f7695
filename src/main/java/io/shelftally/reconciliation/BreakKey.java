package io.shelftally.reconciliation;

import io.shelftally.product.Gtin;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Which product at which place a break is of; sorted by place, then GTIN. */
public record BreakKey(String place, Gtin gtin) implements Comparable<BreakKey> {

    private static final Comparator<BreakKey> ORDER =
            Comparator.comparing(BreakKey::place).thenComparing(BreakKey::gtin);

    public BreakKey {
        if (place.isEmpty()) {
            throw new IllegalArgumentException("a break has a place, not \"\"");
        }
    }

    /**
     * Where a scan was taken: {@code store_id/section} where its intake row gives both, else {@code area:} and the
     * scan_area_id, else {@code scan:} and the scan id. Null and the empty text are not given.
     */
    public static String placeOf(
            @Nullable String storeId, @Nullable String section, @Nullable String scanAreaId, long scanId) {
        if (isGiven(storeId) && isGiven(section)) {
            return storeId + "/" + section;
        }
        return isGiven(scanAreaId) ? "area:" + scanAreaId : "scan:" + scanId;
    }

    @Override
    public int compareTo(BreakKey other) {
        return ORDER.compare(this, other);
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
