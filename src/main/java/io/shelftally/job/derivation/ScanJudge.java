package io.shelftally.job.derivation;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.BreakKey;
import io.shelftally.matching.reconciliation.BreakSighting;
import io.shelftally.matching.reconciliation.Patience;
import io.shelftally.matching.reconciliation.PlaceReport;
import io.shelftally.matching.reconciliation.ReconciledItem;
import io.shelftally.matching.reconciliation.Reconciliation;
import io.shelftally.matching.reconciliation.ScanEvidence;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.SettledCapture;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.night.scans.ScanNights;
import io.shelftally.night.scans.ScanOfNight;
import io.shelftally.night.scans.ScanReport;
import io.shelftally.night.scans.ScanStatus;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.results.ScanCounts;
import io.shelftally.publication.results.ScanPlace;
import io.shelftally.publication.results.ScanRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides every product of a scan by one set of rules. */
final class ScanJudge {

    private final VendorTimes times;
    private final ReportJudge reports;
    private final boolean restrictedBreaks;
    private final Patience patience;

    ScanJudge(Rules rules) {
        this.times = new VendorTimes(rules.zone());
        this.reports = new ReportJudge(rules);
        this.restrictedBreaks = rules.restrictedBreaks();
        this.patience = rules.patience();
    }

    long unreadableTimes() {
        return times.unreadable();
    }

    ScanFindings judge(ScanAnswers answers, List<SettledCapture> captures) {
        ScanOfNight scan = answers.scan();
        ScanPlace place = new ScanPlace(answers.businessDate(), scan.scanId(), scan.storeId(), scan.section());
        return answers.report()
                .map(report -> reported(scan, place, answers.status(), report, captures))
                .orElseGet(() -> unreported(scan, place, answers));
    }

    private ScanFindings unreported(ScanOfNight scan, ScanPlace place, ScanAnswers answers) {
        ScanStatus status = answers.status();
        Optional<String> reason = scan.outcome() == ScanOutcome.FAILED ? status.failureWord() : answers.refusal();
        return new ScanFindings(
                row(scan, place, status, ScanCounts.NONE, null, null, reason.orElse(null)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                decision(scan));
    }

    private ScanFindings reported(
            ScanOfNight scan, ScanPlace place, ScanStatus status, ScanReport report, List<SettledCapture> captures) {
        ScanEvidence evidence = reports.evidence(report, captures);
        Reconciliation reconciliation = reports.reconcile(evidence);
        List<ReconciledItem> items = reconciliation.items();
        String breakPlace = BreakKey.placeOf(scan.storeId(), scan.section(), status.scanAreaId(), scan.scanId());
        List<ReconciledRow> rows = new ArrayList<>(items.size());
        List<BreakSighting> sightings = new ArrayList<>(0);
        RowCounts counts = new RowCounts();
        for (ReconciledItem item : items) {
            rows.add(new ReconciledRow(place, item));
            counts.add(item);
            if (item.verdict().isBreak()) {
                sightings.add(sighting(breakPlace, scan, item));
            }
        }
        return new ScanFindings(
                row(scan, place, status, counts.of(evidence), report.projectId(), report.projectName(), null),
                rows,
                unidentified(scan.scanId(), report),
                sightings,
                Optional.of(placeReport(breakPlace, evidence, items)),
                Optional.of(ReadLists.of(report, evidence)),
                reconciliation.matches(),
                decision(scan));
    }

    /** Where products without a row may have been seen or not, those that have one are all that is told of. */
    private static PlaceReport placeReport(String place, ScanEvidence evidence, List<ReconciledItem> items) {
        boolean tellsOfAll = evidence.tellsSeenOfAll();
        Set<Gtin> told = tellsOfAll
                ? Set.of()
                : items.stream()
                        .filter(item -> item.verdict() != Verdict.NOT_COMPARABLE)
                        .map(ReconciledItem::gtin)
                        .collect(Collectors.toSet());
        return new PlaceReport(place, tellsOfAll, told);
    }

    private ScanNights.Decision decision(ScanOfNight scan) {
        boolean lastNight = patience.endsOn(scan.nightsWaited() + 1);
        return new ScanNights.Decision(
                scan.scanId(), scan.outcome(), scan.outcome().isCarried(lastNight));
    }

    private ScanRow row(
            ScanOfNight scan,
            ScanPlace place,
            ScanStatus status,
            ScanCounts counts,
            @Nullable String projectId,
            @Nullable String projectName,
            @Nullable String reason) {
        return new ScanRow(
                place,
                status.scanAreaId(),
                scan.outcome(),
                status.status(),
                status.fastStatus(),
                times.read(status.scanTimestamp()),
                times.read(status.created()),
                counts,
                projectId,
                projectName,
                status.guid(),
                scan.nightsAsked(),
                reason);
    }

    private static List<QuarantineRow> unidentified(long scanId, ScanReport report) {
        return report.lists().values().stream()
                .flatMap(lines -> lines.unidentified().stream())
                .map(product -> new QuarantineRow(
                        "pensa:" + scanId,
                        product.pointer(),
                        "upc",
                        product.productId(),
                        QuarantineCode.PRODUCT_WITHOUT_IDENTIFIER,
                        product.upc() == null ? "the product has no upc" : "the upc holds no identifier",
                        product.raw()))
                .toList();
    }

    private BreakSighting sighting(String place, ScanOfNight scan, ReconciledItem item) {
        return new BreakSighting(
                place,
                scan.storeId(),
                scan.section(),
                item.gtin(),
                scan.scanId(),
                item.verdict(),
                restrictedBreaks || !item.isOfOnePack(),
                item.productName().orElse(null));
    }
}
