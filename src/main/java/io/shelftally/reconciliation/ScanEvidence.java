package io.shelftally.reconciliation;

import io.shelftally.product.VariableWeight;
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

    /** The same evidence with the codes of weighed packs read as that of their product. */
    ScanEvidence readBy(VariableWeight weight) {
        return weight.isNone()
                ? this
                : new ScanEvidence(
                        itemsSeen.map(lines -> readBy(weight, lines)),
                        outOfStock.map(lines -> readBy(weight, lines)),
                        captures.stream().map(capture -> capture.readBy(weight)).toList());
    }

    private static List<ReportProduct> readBy(VariableWeight weight, List<ReportProduct> lines) {
        return lines.stream().map(line -> line.readBy(weight)).toList();
    }
}
