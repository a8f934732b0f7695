package io.shelftally.job.derivation;

import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.SettledCapture;
import io.shelftally.night.captures.Capture;
import io.shelftally.night.captures.ClosientSettings;
import io.shelftally.night.captures.LinkedCapture;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.scans.KnownLines;
import io.shelftally.night.scans.KnownReports;
import io.shelftally.night.scans.ScanOfNight;
import io.shelftally.night.scans.ScanReport;
import io.shelftally.night.scans.ScanStatus;
import io.shelftally.night.scans.StatusAnswers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads a scan's stored evidence, each answer once, unless it was read when it came; for any thread. */
@Component
class ScanReader {

    private final EvidenceStore evidence;
    private final StatusAnswers statuses;
    private final KnownLines lines;
    private final KnownReports reports;
    private final ClosientSettings closient;

    ScanReader(EvidenceStore evidence, KnownLines lines, KnownReports reports, ClosientSettings closient) {
        this.evidence = evidence;
        this.lines = lines;
        this.reports = reports;
        this.statuses = new StatusAnswers(evidence);
        this.closient = closient;
    }

    /** @param linked the settled captures that belong to the scan, for each kind of links that holds it */
    ScanAnswers read(LocalDate businessDate, ScanOfNight scan, Map<Links, List<LinkedCapture>> linked) {
        ScanStatus status = scan.statusSha256()
                .flatMap(sha256 -> statuses.status(sha256, scan.scanId()))
                .orElse(ScanStatus.NONE);
        Optional<ScanReport> report = scan.outcome() == ScanOutcome.REPORTED
                ? scan.reportSha256().flatMap(sha256 -> report(scan.scanId(), sha256))
                : Optional.empty();
        return new ScanAnswers(businessDate, scan, status, report, refusal(scan), captures(linked, report.isPresent()));
    }

    private Optional<ScanReport> report(long scanId, String sha256) {
        return reports.take(scanId, sha256).or(() -> ScanReport.read(evidence.body(sha256), scanId, lines));
    }

    private Optional<String> refusal(ScanOfNight scan) {
        if (scan.outcome() != ScanOutcome.REPORT_REJECTED) {
            return Optional.empty();
        }
        return scan.reportStatus()
                .flatMap(status -> status < 300
                        ? scan.reportSha256()
                                .flatMap(sha256 -> ScanReport.refusal(evidence.body(sha256), scan.scanId(), lines))
                        : Optional.of("HTTP " + status));
    }

    private Map<Links, List<SettledCapture>> captures(Map<Links, List<LinkedCapture>> linked, boolean wanted) {
        Map<LinkedCapture, Optional<SettledCapture>> read = new HashMap<>();
        Map<Links, List<SettledCapture>> captures = new HashMap<>();
        linked.forEach((links, all) -> captures.put(
                links,
                wanted
                        ? all.stream()
                                .flatMap(one -> read.computeIfAbsent(one, this::settled).stream())
                                .toList()
                        : List.of()));
        return captures;
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
}
