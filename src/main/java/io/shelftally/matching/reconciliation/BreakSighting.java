package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.Gtin;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A row of tonight with a break verdict.
 *
 * @param place where the scan was taken, see {@link BreakKey#placeOf}
 * @param opens whether it opens a break, where none is open
 * @param productName from Pensa, else from Closient; null if neither names it
 */
public record BreakSighting(
        String place,
        @Nullable String storeId,
        @Nullable String section,
        Gtin gtin,
        long scanId,
        Verdict verdict,
        boolean opens,
        @Nullable String productName) {

    private static final BinaryOperator<BreakSighting> LATEST =
            BinaryOperator.maxBy(Comparator.comparingLong(BreakSighting::scanId));

    public BreakSighting {
        if (!verdict.isBreak()) {
            throw new IllegalArgumentException(verdict + " is no break");
        }
    }

    /** The sighting that speaks for each key: the one of the largest scan id. */
    public static Map<BreakKey, BreakSighting> latestByKey(Collection<BreakSighting> sightings) {
        Map<BreakKey, BreakSighting> latest = new TreeMap<>();
        sightings.forEach(sighting -> latest.merge(sighting.key(), sighting, LATEST));
        return latest;
    }

    /** The key of the break that it opens or keeps open. */
    public BreakKey key() {
        return new BreakKey(place, gtin);
    }
}
