package io.shelftally.job.derivation;

import io.shelftally.matching.reconciliation.ScanEvidence;
import io.shelftally.night.scans.ProductLines;
import io.shelftally.night.scans.ScanReport;
import java.util.Collection;

/**
 * How much the lists of a scan's report say.
 *
 * @param tellsSeen whether one of them tells what was seen
 * @param listsAny whether that one has a line, readable or not
 * @param lines of all lists
 * @param identified those of them that have an identifier
 */
public record ReadLists(boolean tellsSeen, boolean listsAny, long lines, long identified) {

    static ReadLists of(ScanReport report, ScanEvidence evidence) {
        Collection<ProductLines> all = report.lists().values();
        return new ReadLists(
                evidence.tellingSeen().isPresent(),
                evidence.tellingSeen()
                        .flatMap(report::list)
                        .filter(lines -> lines.count() > 0)
                        .isPresent(),
                all.stream().mapToLong(ProductLines::count).sum(),
                all.stream().mapToLong(lines -> lines.products().size()).sum());
    }
}
