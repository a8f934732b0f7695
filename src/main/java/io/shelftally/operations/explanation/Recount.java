package io.shelftally.operations.explanation;

import io.shelftally.job.derivation.ReportJudge;
import io.shelftally.job.derivation.RulesInForce;
import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.VariableWeight;
import io.shelftally.matching.reconciliation.ReconciledItem;
import io.shelftally.matching.reconciliation.Reconciliation;
import io.shelftally.matching.reconciliation.SettledCapture;
import io.shelftally.night.captures.Capture;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.captures.ClosientSettings;
import io.shelftally.night.captures.LinkedCapture;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.scans.KnownLines;
import io.shelftally.night.scans.ScanNights;
import io.shelftally.night.scans.ScanOfNight;
import io.shelftally.night.scans.ScanReport;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.results.ScanPlace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes one scan of a night again from its stored evidence, as the step {@code reconcile} does. */
@Component
class Recount {

    private final ScanNights scans;
    private final CaptureNights captures;
    private final EvidenceStore evidence;
    private final ClosientSettings closient;
    private final ReportJudge judge;
    private final VariableWeight variableWeight;

    Recount(
            ScanNights scans,
            CaptureNights captures,
            EvidenceStore evidence,
            ClosientSettings closient,
            RulesInForce rules) {
        this.scans = scans;
        this.captures = captures;
        this.evidence = evidence;
        this.closient = closient;
        this.judge = new ReportJudge(rules.with(false));
        this.variableWeight = rules.matching().variableWeight();
    }

    /**
     * A scan, computed again.
     *
     * @param rows by GTIN, each as its columns
     * @param answers the hash of each capture's answer, by its id
     */
    record Scan(
            ScanOfNight scan,
            List<ReportLine> lines,
            List<ComparedCapture> captures,
            Map<String, Map<String, @Nullable Object>> rows,
            Map<String, String> answers) {}

    /** Empty if no evidence of a report of the scan is there. */
    Optional<Scan> of(LocalDate night, long scanId) {
        return scans.latest(night, scanId)
                .flatMap(scan -> scan.reportSha256()
                        .flatMap(sha256 -> ScanReport.read(evidence.body(sha256), scanId, new KnownLines()))
                        .map(report -> computed(night, scan, report)));
    }

    private Scan computed(LocalDate night, ScanOfNight scan, ScanReport report) {
        List<LinkedCapture> linked = captures.settled(night, scan.scanId(), scan.scanId());
        List<SettledCapture> settled =
                linked.stream().flatMap(capture -> settled(capture).stream()).toList();
        Reconciliation decided = judge.reconcile(report, settled);
        ScanPlace place = new ScanPlace(night, scan.scanId(), scan.storeId(), scan.section());
        List<ReportLine> lines = new ArrayList<>();
        report.lists()
                .forEach((type, list) ->
                        list.products().forEach(line -> lines.add(ReportLine.of(type.name(), line, variableWeight))));
        Map<String, Map<String, @Nullable Object>> rows = new HashMap<>();
        decided.items()
                .forEach(item -> rows.put(
                        item.gtin().digits(),
                        PublishedRows.computed(Datasets.RECONCILED_ITEMS, new ReconciledRow(place, item))));
        Map<String, String> answers = new HashMap<>();
        linked.forEach(capture -> answers.put(capture.captureId(), capture.answerSha256()));
        return new Scan(scan, lines, compared(settled, decided), rows, answers);
    }

    private List<ComparedCapture> compared(List<SettledCapture> settled, Reconciliation decided) {
        Map<String, String> rowOf = new HashMap<>();
        for (ReconciledItem item : decided.items()) {
            item.captures()
                    .forEach(capture ->
                            rowOf.put(capture.captureId(), item.gtin().digits()));
        }
        return settled.stream()
                .map(capture -> ComparedCapture.of(
                        capture,
                        variableWeight,
                        Optional.ofNullable(decided.matches().get(capture.captureId()))
                                .map(Enum::name)
                                .orElse(null),
                        Objects.requireNonNull(rowOf.get(capture.captureId()))))
                .toList();
    }

    private Optional<SettledCapture> settled(LinkedCapture linked) {
        Capture capture = read(linked.answerSha256());
        return capture.identifier()
                .map(identifier -> new SettledCapture(
                        linked.captureId(),
                        Objects.toString(capture.status(), ""),
                        identifier,
                        capture.productShortId(),
                        capture.productName()));
    }

    /** The code as rows have it. */
    Identifier read(Identifier identifier) {
        return variableWeight.read(identifier);
    }

    /** The pack that a code was read as the product of; empty if no pattern fits. */
    Optional<WeighedPack> weighed(Identifier identifier) {
        return Optional.ofNullable(WeighedPack.of(identifier, variableWeight));
    }

    /** A capture as that answer gave it. */
    Capture read(String answerSha256) {
        return Capture.read(evidence.body(answerSha256), closient);
    }
}
