package io.shelftally.job.derivation;

import io.shelftally.matching.reconciliation.Reconciler;
import io.shelftally.matching.reconciliation.Reconciliation;
import io.shelftally.matching.reconciliation.ReportList;
import io.shelftally.matching.reconciliation.ReportType;
import io.shelftally.matching.reconciliation.ScanEvidence;
import io.shelftally.matching.reconciliation.SettledCapture;
import io.shelftally.night.scans.ScanReport;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Decides the products of a scan from its reports and captures by one set of rules. */
public final class ReportJudge {

    private final Reconciler reconciler;
    private final BigDecimal mostUnidentified;

    public ReportJudge(Rules rules) {
        this.reconciler = new Reconciler(rules.matching());
        this.mostUnidentified = rules.unreadable();
    }

    ScanEvidence evidence(ScanReport report, List<SettledCapture> captures) {
        Map<ReportType, ReportList> lists = new EnumMap<>(ReportType.class);
        report.lists()
                .forEach((type, lines) -> lists.put(
                        type,
                        ReportList.of(lines.products(), lines.unidentified().size(), mostUnidentified)));
        return new ScanEvidence(lists, captures);
    }

    Reconciliation reconcile(ScanEvidence evidence) {
        return reconciler.reconcile(evidence);
    }

    public Reconciliation reconcile(ScanReport report, List<SettledCapture> captures) {
        return reconcile(evidence(report, captures));
    }
}
