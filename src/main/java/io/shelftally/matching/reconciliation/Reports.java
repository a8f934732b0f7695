package io.shelftally.matching.reconciliation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the reports of a scan say of products that they do not name, worked out once for all of its rows.
 *
 * @param seenBy the report that tells what was seen; empty if none does
 * @param seenOfOthers of a product that {@code seenBy} does not name: no, or unknown
 * @param outOfStockOfOthers of a product that OOS does not name: no, or unknown
 */
record Reports(Optional<ReportType> seenBy, Optional<Boolean> seenOfOthers, Optional<Boolean> outOfStockOfOthers) {

    static final Optional<Boolean> YES = Optional.of(true);
    static final Optional<Boolean> NO = Optional.of(false);

    /** Asked for each row, as {@link #hashCode}: there are few that differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reports reports
                && seenBy.equals(reports.seenBy)
                && seenOfOthers.equals(reports.seenOfOthers)
                && outOfStockOfOthers.equals(reports.outOfStockOfOthers);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * seenBy.hashCode() + seenOfOthers.hashCode()) + outOfStockOfOthers.hashCode();
    }

    static Reports of(ScanEvidence evidence) {
        return new Reports(
                evidence.tellingSeen(),
                evidence.tellsSeenOfAll() ? NO : Optional.empty(),
                evidence.list(ReportType.OOS).filter(ReportList::isReadable).map(list -> false));
    }
}
