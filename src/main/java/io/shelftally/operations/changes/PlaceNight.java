package io.shelftally.operations.changes;

import io.shelftally.matching.product.Gtin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place on one night.
 *
 * @param scans sorted by id; none if the night has none there
 * @param products of its reported scans; of several the one with the largest id speaks for a product
 */
record PlaceNight(List<ScanOfPlace> scans, Map<Gtin, Standing> products) {

    static final PlaceNight NONE = new PlaceNight(List.of(), Map.of());

    boolean isListed() {
        return !scans.isEmpty();
    }

    /** Whether the reports of the night's own scans were there in time. */
    boolean isInTime() {
        return scans.stream().anyMatch(scan -> scan.isReported() && !scan.isReopened());
    }

    /** Of a product without a row: not listed by a report that was read, unknown by one that was not. */
    Standing standing(Gtin gtin) {
        Standing row = products.get(gtin);
        return row != null ? row : absent();
    }

    private Standing absent() {
        Optional<ScanOfPlace> latest =
                scans.stream().filter(ScanOfPlace::isReported).reduce((first, second) -> second);
        return new Standing(
                Optional.empty(),
                latest.filter(ScanOfPlace::isSeenKnown).map(scan -> false),
                latest.filter(ScanOfPlace::isOutOfStockKnown).map(scan -> false),
                List.of());
    }
}
