package io.shelftally.matching.reconciliation;

import java.util.Optional;

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

    /** Asked for each row: there are few that differ. */
    @Override
    public int hashCode() {
        int seen = seenBy.map(type -> 3 * type.ordinal() + 3).orElse(0) + (seenOfOthers.isPresent() ? 1 : 0);
        return 2 * seen + (outOfStockOfOthers.isPresent() ? 1 : 0);
    }

    static Reports of(ScanEvidence evidence) {
        return new Reports(
                evidence.tellingSeen(),
                evidence.tellsSeenOfAll() ? NO : Optional.empty(),
                evidence.list(ReportType.OOS).filter(ReportList::isReadable).map(list -> false));
    }
}
