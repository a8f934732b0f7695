package io.shelftally.derivation;

import io.shelftally.quarantine.QuarantineCode;
import io.shelftally.quarantine.QuarantineRow;
import io.shelftally.reconciliation.BreakKey;
import io.shelftally.reconciliation.BreakSighting;
import io.shelftally.reconciliation.Patience;
import io.shelftally.reconciliation.ReconciledItem;
import io.shelftally.reconciliation.Reconciler;
import io.shelftally.reconciliation.Reconciliation;
import io.shelftally.reconciliation.ScanEvidence;
import io.shelftally.reconciliation.SettledCapture;
import io.shelftally.reconciliation.Verdict;
import io.shelftally.results.ReconciledRow;
import io.shelftally.results.ScanCounts;
import io.shelftally.results.ScanPlace;
import io.shelftally.results.ScanRow;
import io.shelftally.scans.ProductLines;
import io.shelftally.scans.ScanNights;
import io.shelftally.scans.ScanOfNight;
import io.shelftally.scans.ScanReport;
import io.shelftally.scans.ScanStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides every product of a scan by one set of rules. */
final class ScanJudge {

    private final VendorTimes times;
    private final Reconciler reconciler;
    private final Patience patience;

    ScanJudge(Rules rules) {
        this.times = new VendorTimes(rules.zone());
        this.reconciler = new Reconciler(rules.matching());
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
                .orElseGet(() -> unreported(scan, place, answers.status()));
    }

    private ScanFindings unreported(ScanOfNight scan, ScanPlace place, ScanStatus status) {
        return new ScanFindings(
                row(scan, place, status, ScanCounts.NONE, null, null),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                decision(scan));
    }

    private ScanFindings reported(
            ScanOfNight scan, ScanPlace place, ScanStatus status, ScanReport report, List<SettledCapture> captures) {
        Reconciliation reconciliation = reconciler.reconcile(new ScanEvidence(
                report.itemsSeen().map(ProductLines::products),
                report.outOfStock().map(ProductLines::products),
                captures));
        List<ReconciledItem> items = reconciliation.items();
        String breakPlace = BreakKey.placeOf(scan.storeId(), scan.section(), status.scanAreaId(), scan.scanId());
        return new ScanFindings(
                row(scan, place, status, counts(report, items), report.projectId(), report.projectName()),
                items.stream().map(item -> new ReconciledRow(place, item)).toList(),
                unidentified(scan.scanId(), report),
                items.stream()
                        .filter(item -> item.verdict().isBreak())
                        .map(item -> sighting(breakPlace, scan, item))
                        .toList(),
                Optional.of(breakPlace),
                reconciliation.matches(),
                decision(scan));
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
            @Nullable String projectName) {
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
                scan.nightsAsked());
    }

    private static ScanCounts counts(ScanReport report, List<ReconciledItem> items) {
        return new ScanCounts(
                report.itemsSeen().isPresent()
                        ? count(items, item -> item.seen().orElse(false))
                        : null,
                report.outOfStock().isPresent()
                        ? count(items, item -> item.outOfStock().orElse(false))
                        : null,
                count(items, ReconciledItem::captured),
                count(items, item -> item.verdict() == Verdict.CONFIRMED),
                count(items, item -> item.verdict().isBreak()));
    }

    private static Integer count(List<ReconciledItem> items, Predicate<ReconciledItem> which) {
        return Math.toIntExact(items.stream().filter(which).count());
    }

    private static List<QuarantineRow> unidentified(long scanId, ScanReport report) {
        return Stream.of(report.itemsSeen(), report.outOfStock())
                .flatMap(Optional::stream)
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

    private static BreakSighting sighting(String place, ScanOfNight scan, ReconciledItem item) {
        return new BreakSighting(
                place,
                scan.storeId(),
                scan.section(),
                item.gtin(),
                scan.scanId(),
                item.verdict(),
                item.productName().orElse(null));
    }
}
