package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.IdentifierFlag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One product of a scan while the evidence on it is gathered. */
final class Row {

    private static final ReportType[] TYPES = ReportType.values();
    private static final Set<IdentifierFlag> OF_ONE_PACK =
            IdentifierFlag.sorted(EnumSet.of(IdentifierFlag.COUPON, IdentifierFlag.RESTRICTED));
    private static final Comparator<SettledCapture> BY_ID = Comparator.comparing(SettledCapture::captureId);

    private final Gtin gtin;
    private final List<SettledCapture> captures = new ArrayList<>(0);
    private @Nullable Listing itemsSeen;
    private @Nullable Listing facingsSeen;
    private @Nullable Listing fullFacings;
    private @Nullable Listing outOfStock;
    private @Nullable MatchMethod strongest;

    Row(Gtin gtin) {
        this.gtin = gtin;
    }

    Gtin gtin() {
        return gtin;
    }

    void add(ReportType type, ReportProduct line) {
        switch (type) {
            case ITEMS_SEEN -> itemsSeen = Listing.with(itemsSeen, line);
            case FACINGS_SEEN -> facingsSeen = Listing.with(facingsSeen, line);
            case FULL_FACINGS -> fullFacings = Listing.with(fullFacings, line);
            case OOS -> outOfStock = Listing.with(outOfStock, line);
        }
    }

    void addMatched(SettledCapture capture, MatchMethod method) {
        captures.add(capture);
        strongest = strongest == null || method.compareTo(strongest) < 0 ? method : strongest;
    }

    void addUnmatched(SettledCapture capture) {
        captures.add(capture);
    }

    /** The product's identifier as each report that has it read it. */
    List<Identifier> readings() {
        List<Identifier> readings = new ArrayList<>(2);
        for (ReportType type : TYPES) {
            Listing listing = listing(type);
            if (listing != null) {
                readings.add(listing.first().identifier());
            }
        }
        return readings;
    }

    /** The row; empty if all that is known of the product are facings that another report speaks for. */
    Optional<ReconciledItem> decide(Reports reports, KnownItems known) {
        return captures.isEmpty()
                ? known.of(new KnownItems.Told(reports, itemsSeen, facingsSeen, fullFacings, outOfStock), this::decide)
                : decide(reports);
    }

    private Optional<ReconciledItem> decide(Reports reports) {
        boolean captured = !captures.isEmpty();
        Optional<Boolean> isSeen = seen(reports);
        Optional<Boolean> isOutOfStock = outOfStock != null ? Reports.YES : reports.outOfStockOfOthers();
        boolean isNamed = isSeen.orElse(false) || isOutOfStock.orElse(false);
        return captured || isNamed || hasNoFacings()
                ? Optional.of(item(captured, isSeen, isOutOfStock))
                : Optional.empty();
    }

    private ReconciledItem item(boolean captured, Optional<Boolean> isSeen, Optional<Boolean> isOutOfStock) {
        Listing product = product();
        Set<IdentifierFlag> flags = flags();
        captures.sort(BY_ID);
        return new ReconciledItem(
                gtin,
                Verdict.of(captured, isSeen, isOutOfStock),
                captured,
                isSeen,
                isOutOfStock,
                Optional.ofNullable(strongest),
                Reason.of(captured, isSeen, isOutOfStock),
                captures,
                flags,
                product == null ? ProductText.NONE : product.first().text(),
                product == null ? null : product.first().facings(),
                product == null ? null : product.first().expectedFacings(),
                product == null ? null : product.furtherLines(),
                isOfOnePack(flags));
    }

    /** A line of 0 facings says no whatever cannot be read beside it. */
    private Optional<Boolean> seen(Reports reports) {
        if (itemsSeen != null) {
            return Reports.YES;
        }
        Listing telling = reports.seenBy().map(this::listing).orElse(null);
        if (telling != null) {
            return telling.first().hasNoFacings() ? Reports.NO : Reports.YES;
        }
        return hasNoFacings() ? Reports.NO : reports.seenOfOthers();
    }

    /** Whether the first list of facings that names the product gives it none. */
    private boolean hasNoFacings() {
        Listing facings = facingsSeen != null ? facingsSeen : fullFacings;
        return facings != null && facings.first().hasNoFacings();
    }

    private @Nullable Listing listing(ReportType type) {
        return switch (type) {
            case ITEMS_SEEN -> itemsSeen;
            case FACINGS_SEEN -> facingsSeen;
            case FULL_FACINGS -> fullFacings;
            case OOS -> outOfStock;
        };
    }

    private @Nullable Listing product() {
        Listing product = null;
        for (ReportType type : TYPES) {
            Listing listing = listing(type);
            if (listing != null) {
                product = product == null ? listing : product.orElse(listing);
            }
        }
        return product;
    }

    /** Whether the next pack of the same product has another GTIN; only flags of the GTIN itself tell, no other reading's. */
    private boolean isOfOnePack(Set<IdentifierFlag> all) {
        return !all.isEmpty()
                && !Collections.disjoint(all, OF_ONE_PACK)
                && Stream.concat(readings().stream(), captures.stream().map(SettledCapture::identifier))
                        .filter(code -> code.gtin().equals(gtin))
                        .anyMatch(code -> !Collections.disjoint(code.flags(), OF_ONE_PACK));
    }

    private Set<IdentifierFlag> flags() {
        List<Identifier> readings = readings();
        if (readings.size() == 1 && captures.isEmpty()) {
            return readings.get(0).flags();
        }
        Set<IdentifierFlag> flags = EnumSet.noneOf(IdentifierFlag.class);
        for (Identifier reading : readings) {
            flags.addAll(reading.flags());
        }
        for (SettledCapture capture : captures) {
            flags.addAll(capture.identifier().flags());
        }
        return flags;
    }
}
