package io.shelftally.operations.changes;

import io.shelftally.matching.reconciliation.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A product at a place on one night.
 *
 * @param verdict empty if it has no row
 * @param seen empty if that report is unknown
 * @param outOfStock empty if that report is unknown
 * @param captureIds the captures behind the row
 */
record Standing(
        Optional<Verdict> verdict, Optional<Boolean> seen, Optional<Boolean> outOfStock, List<String> captureIds) {

    boolean isReportedAs(Standing other) {
        return seen.equals(other.seen) && outOfStock.equals(other.outOfStock);
    }
}
