package io.shelftally.nightly;

import io.shelftally.captures.CaptureNights;
import io.shelftally.captures.CaptureOfNight;
import io.shelftally.captures.LinkedCapture;
import io.shelftally.collect.Progress;
import io.shelftally.collect.StopSignal;
import io.shelftally.export.CsvSink;
import io.shelftally.quarantine.QuarantineRow;
import io.shelftally.quarantine.SetAside;
import io.shelftally.reconciliation.MatchMethod;
import io.shelftally.reconciliation.Verdict;
import io.shelftally.results.Datasets;
import io.shelftally.results.ReconciledRow;
import io.shelftally.run.NightWrites;
import io.shelftally.scans.ScanNights;
import io.shelftally.scans.ScanOfNight;
import io.shelftally.tables.ReconciledRowWriter;
import io.shelftally.twins.Twins;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Computes every derived row of the night from stored evidence, in one pass over the scans and one over the captures. The
 * reconciled rows go to their table and to their files at the same time, each on a thread of its own.
 */
@Component
class ReconcileStep implements Tasklet {

    private static final int PAGE = 200;

    private final ScanNights scans;
    private final CaptureNights captures;
    private final ScanReader scanReader;
    private final CaptureReader captureReader;
    private final SetAside setAside;
    private final ResultTables results;
    private final NightWrites writes;
    private final NightState state;
    private final Publishers publishers;
    private final StopSignal stop;
    private final Progress progress;

    ReconcileStep(
            ScanNights scans,
            CaptureNights captures,
            ScanReader scanReader,
            CaptureReader captureReader,
            SetAside setAside,
            ResultTables results,
            NightWrites writes,
            NightState state,
            Publishers publishers,
            StopSignal stop,
            Progress progress) {
        this.scans = scans;
        this.captures = captures;
        this.scanReader = scanReader;
        this.captureReader = captureReader;
        this.setAside = setAside;
        this.results = results;
        this.writes = writes;
        this.state = state;
        this.publishers = publishers;
        this.stop = stop;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        NightOptions options = NightOptions.of(context);
        LocalDate businessDate = options.businessDate();
        NightState.Building building = new NightState.Building(
                results.versions().begin(businessDate),
                publishers.in(options.out()).open(businessDate, !options.rawText()),
                new EnumMap<>(Verdict.class));
        state.building(building);
        int exportId = building.exportId();
        try (CsvSink<ReconciledRow> file = building.staging().csv(Datasets.RECONCILED_ITEMS);
                Twins<ReconciledRow> twins = building.staging().twins(Datasets.RECONCILED_ITEMS, options.twins());
                ReconciledRowWriter table = results.reconciled().write(exportId);
                Relay<List<ReconciledRow>> toFile = new Relay<>("reconciled-files", rows -> {
                    rows.forEach(file::write);
                    rows.forEach(twins::write);
                });
                Relay<List<ReconciledRow>> toTable = new Relay<>("reconciled-table", rows -> rows.forEach(table))) {
            goThroughScans(businessDate, exportId, rows -> {
                building.count(rows);
                toFile.send(rows);
                toTable.send(rows);
            });
            toFile.finish();
            toTable.finish();
        }
        goThroughCaptures(businessDate, exportId);
        writes.run(() -> results.quarantine().insert(exportId, setAside.of(businessDate)));
        return RepeatStatus.FINISHED;
    }

    private void goThroughScans(LocalDate businessDate, int exportId, Consumer<List<ReconciledRow>> rows) {
        BreakBook breaks = new BreakBook(
                businessDate, exportId, results.versions().previousPublished(businessDate), results.breaks());
        long total = scans.count(businessDate);
        long done = 0;
        List<ScanOfNight> page = scans.page(businessDate, 0, PAGE);
        while (!page.isEmpty()) {
            stop.check();
            List<ScanFindings> findings = findings(businessDate, page, rows);
            write(businessDate, exportId, findings, breaks);
            done += page.size();
            progress.items("scans", done, total);
            page = scans.page(businessDate, page.get(page.size() - 1).scanId(), PAGE);
        }
        writes.run(breaks::finish);
    }

    private List<ScanFindings> findings(
            LocalDate businessDate, List<ScanOfNight> page, Consumer<List<ReconciledRow>> rows) {
        Map<Long, List<LinkedCapture>> linked =
                captures
                        .settled(
                                businessDate,
                                page.get(0).scanId(),
                                page.get(page.size() - 1).scanId())
                        .stream()
                        .collect(Collectors.groupingBy(LinkedCapture::scanId));
        return page.stream()
                .map(scan -> {
                    ScanFindings found =
                            scanReader.read(businessDate, scan, linked.getOrDefault(scan.scanId(), List.of()));
                    rows.accept(found.items());
                    return found.withoutItems();
                })
                .toList();
    }

    private void write(LocalDate businessDate, int exportId, List<ScanFindings> findings, BreakBook breaks) {
        Map<String, MatchMethod> matches = new HashMap<>();
        findings.forEach(found -> matches.putAll(found.matches()));
        List<QuarantineRow> quarantine =
                findings.stream().flatMap(found -> found.quarantine().stream()).toList();
        writes.run(() -> {
            results.scans()
                    .insert(exportId, findings.stream().map(ScanFindings::row).toList());
            results.quarantine().insert(exportId, quarantine);
            captures.matched(businessDate, matches);
            scans.decide(
                    businessDate, findings.stream().map(ScanFindings::decision).toList());
            breaks.enter(
                    findings.stream()
                            .flatMap(found -> found.reportedPlace().stream())
                            .toList(),
                    findings.stream()
                            .flatMap(found -> found.sightings().stream())
                            .toList());
        });
    }

    private void goThroughCaptures(LocalDate businessDate, int exportId) {
        long total = captures.count(businessDate);
        long done = 0;
        List<CaptureOfNight> page = captures.page(businessDate, "", PAGE);
        while (!page.isEmpty()) {
            stop.check();
            List<CaptureReader.Findings> findings = page.stream()
                    .map(item -> captureReader.read(businessDate, item))
                    .toList();
            writes.run(() -> {
                results.captures()
                        .insert(
                                exportId,
                                findings.stream()
                                        .map(CaptureReader.Findings::row)
                                        .toList());
                captures.decide(
                        businessDate,
                        findings.stream().map(CaptureReader.Findings::decision).toList());
            });
            done += page.size();
            progress.items("captures", done, total);
            page = captures.page(businessDate, page.get(page.size() - 1).captureId(), PAGE);
        }
    }
}
