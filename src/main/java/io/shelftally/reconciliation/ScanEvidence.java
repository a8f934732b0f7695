package io.shelftally.reconciliation;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is known of one reported scan.
 *
 * @param itemsSeen the products of ITEMS_SEEN in list order; empty if that report is unknown
 * @param outOfStock the products of OOS in list order; empty if that report is unknown
 * @param captures the captures linked to the scan, in any order
 */
public record ScanEvidence(
        Optional<List<ReportProduct>> itemsSeen,
        Optional<List<ReportProduct>> outOfStock,
        List<SettledCapture> captures) {

    public ScanEvidence {
        itemsSeen = itemsSeen.map(List::copyOf);
        outOfStock = outOfStock.map(List::copyOf);
        captures = List.copyOf(captures);
    }
}
