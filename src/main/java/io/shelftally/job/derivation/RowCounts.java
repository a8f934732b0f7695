package io.shelftally.job.derivation;

import io.shelftally.matching.reconciliation.ReconciledItem;
import io.shelftally.matching.reconciliation.ReportType;
import io.shelftally.matching.reconciliation.ScanEvidence;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.results.ScanCounts;

/** The rows of one scan, counted while they are gone through. */
final class RowCounts {

    private int seen;
    private int outOfStock;
    private int captured;
    private int confirmed;
    private int breaks;

    void add(ReconciledItem item) {
        seen += item.seen().orElse(false) ? 1 : 0;
        outOfStock += item.outOfStock().orElse(false) ? 1 : 0;
        captured += item.captured() ? 1 : 0;
        confirmed += item.verdict() == Verdict.CONFIRMED ? 1 : 0;
        breaks += item.verdict().isBreak() ? 1 : 0;
    }

    /** @param evidence that the rows follow from: what no list of it tells is no number */
    ScanCounts of(ScanEvidence evidence) {
        return new ScanCounts(
                evidence.tellingSeen().isPresent() ? seen : null,
                evidence.lists().containsKey(ReportType.OOS) ? outOfStock : null,
                captured,
                confirmed,
                breaks);
    }
}
