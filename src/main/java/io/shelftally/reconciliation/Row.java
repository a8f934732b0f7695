package io.shelftally.reconciliation;

import io.shelftally.product.Gtin;
import io.shelftally.product.Identifier;
import io.shelftally.product.IdentifierFlag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One product of a scan while the evidence on it is gathered. */
final class Row {

    private static final Comparator<SettledCapture> BY_ID = Comparator.comparing(SettledCapture::captureId);

    private final Gtin gtin;
    private final List<SettledCapture> captures = new ArrayList<>(0);
    private @Nullable Listing seen;
    private @Nullable Listing outOfStock;
    private @Nullable MatchMethod strongest;

    Row(Gtin gtin) {
        this.gtin = gtin;
    }

    Gtin gtin() {
        return gtin;
    }

    void addSeen(ReportProduct line) {
        seen = Listing.with(seen, line);
    }

    void addOutOfStock(ReportProduct line) {
        outOfStock = Listing.with(outOfStock, line);
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
        if (seen != null) {
            readings.add(seen.first().identifier());
        }
        if (outOfStock != null) {
            readings.add(outOfStock.first().identifier());
        }
        return readings;
    }

    ReconciledItem decide(boolean seenIsKnown, boolean outOfStockIsKnown) {
        boolean captured = !captures.isEmpty();
        Optional<Boolean> isSeen = presence(seen, seenIsKnown);
        Optional<Boolean> isOutOfStock = presence(outOfStock, outOfStockIsKnown);
        Listing product = product();
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
                flags(),
                product == null ? ProductText.NONE : product.first().text(),
                product == null ? null : product.first().facings(),
                product == null ? null : product.first().expectedFacings(),
                product == null ? null : product.furtherLines());
    }

    private static Optional<Boolean> presence(@Nullable Listing listing, boolean reportIsKnown) {
        return reportIsKnown ? Optional.of(listing != null) : Optional.empty();
    }

    private @Nullable Listing product() {
        if (seen == null || outOfStock == null) {
            return seen == null ? outOfStock : seen;
        }
        return seen.orElse(outOfStock);
    }

    private Set<IdentifierFlag> flags() {
        Set<IdentifierFlag> flags = EnumSet.noneOf(IdentifierFlag.class);
        for (Identifier reading : readings()) {
            flags.addAll(reading.flags());
        }
        for (SettledCapture capture : captures) {
            flags.addAll(capture.identifier().flags());
        }
        return flags;
    }
}
