package io.shelftally.nightly;

import io.shelftally.captures.Capture;
import io.shelftally.captures.ClosientSettings;
import io.shelftally.captures.LinkedCapture;
import io.shelftally.evidence.EvidenceStore;
import io.shelftally.quarantine.QuarantineCode;
import io.shelftally.quarantine.QuarantineRow;
import io.shelftally.reconciliation.BreakKey;
import io.shelftally.reconciliation.BreakSighting;
import io.shelftally.reconciliation.Patience;
import io.shelftally.reconciliation.ReconciledItem;
import io.shelftally.reconciliation.Reconciler;
import io.shelftally.reconciliation.Reconciliation;
import io.shelftally.reconciliation.ScanEvidence;
import io.shelftally.reconciliation.ScanOutcome;
import io.shelftally.reconciliation.SettledCapture;
import io.shelftally.reconciliation.Verdict;
import io.shelftally.results.ReconciledRow;
import io.shelftally.results.ScanCounts;
import io.shelftally.results.ScanPlace;
import io.shelftally.results.ScanRow;
import io.shelftally.scans.NamedProducts;
import io.shelftally.scans.ProductLines;
import io.shelftally.scans.ScanNights;
import io.shelftally.scans.ScanOfNight;
import io.shelftally.scans.ScanReport;
import io.shelftally.scans.ScanStatus;
import io.shelftally.scans.StatusAnswers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a scan's stored evidence and decides every product of it; memory is bounded by one scan. */
@Component
class ScanReader {

    private static final ScanStatus UNKNOWN = new ScanStatus(null, null, null, null, null, null);

    private final EvidenceStore evidence;
    private final StatusAnswers statuses;
    private final NamedProducts products = new NamedProducts();
    private final ClosientSettings closient;
    private final VendorTimes times;
    private final Reconciler reconciler;
    private final Patience patience;

    ScanReader(EvidenceStore evidence, ClosientSettings closient, VendorTimes times, MatchingSettings matching) {
        this.evidence = evidence;
        this.statuses = new StatusAnswers(evidence);
        this.closient = closient;
        this.times = times;
        this.reconciler = new Reconciler(matching.rules());
        this.patience = matching.patience();
    }

    /** @param linked the settled captures that are linked to the scan */
    ScanFindings read(LocalDate businessDate, ScanOfNight scan, List<LinkedCapture> linked) {
        ScanStatus status = scan.statusSha256()
                .flatMap(sha256 -> statuses.status(sha256, scan.scanId()))
                .orElse(UNKNOWN);
        ScanPlace place = new ScanPlace(businessDate, scan.scanId(), scan.storeId(), scan.section());
        Optional<ScanReport> report = scan.outcome() == ScanOutcome.REPORTED
                ? scan.reportSha256().flatMap(sha256 -> ScanReport.read(evidence.body(sha256), scan.scanId(), products))
                : Optional.empty();
        return report.map(read -> reported(scan, place, status, read, linked))
                .orElseGet(() -> unreported(scan, place, status));
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
            ScanOfNight scan, ScanPlace place, ScanStatus status, ScanReport report, List<LinkedCapture> linked) {
        Reconciliation reconciliation = reconciler.reconcile(new ScanEvidence(
                report.itemsSeen().map(ProductLines::products),
                report.outOfStock().map(ProductLines::products),
                linked.stream().flatMap(capture -> settled(capture).stream()).toList()));
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

    private Optional<SettledCapture> settled(LinkedCapture linked) {
        Capture capture = Capture.read(evidence.body(linked.answerSha256()), closient);
        return capture.identifier()
                .map(identifier -> new SettledCapture(
                        linked.captureId(),
                        Objects.toString(capture.status(), ""),
                        identifier,
                        capture.productShortId(),
                        capture.productName()));
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
