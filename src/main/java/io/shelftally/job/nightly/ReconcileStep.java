package io.shelftally.job.nightly;

import io.shelftally.intake.quarantine.SetAside;
import io.shelftally.job.derivation.CaptureFindings;
import io.shelftally.job.derivation.Judge;
import io.shelftally.job.derivation.Links;
import io.shelftally.job.derivation.NightEvidence;
import io.shelftally.job.derivation.Rules;
import io.shelftally.job.derivation.RulesInForce;
import io.shelftally.job.derivation.ScanFindings;
import io.shelftally.job.derivation.StoredLinks;
import io.shelftally.job.derivation.UnknownProducts;
import io.shelftally.job.output.ExportPages;
import io.shelftally.job.output.Relay;
import io.shelftally.job.output.ResultTables;
import io.shelftally.matching.reconciliation.MatchMethod;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.scans.ScanNights;
import io.shelftally.publication.export.CsvSink;
import io.shelftally.publication.results.CaptureRow;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.results.UnknownProductRow;
import io.shelftally.publication.tables.ReconciledRowWriter;
import io.shelftally.publication.twins.Twins;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

    /** What the answers of a scan say, and whether late evidence brought it back. */
    private record Derived(boolean reopened, Optional<ScanFindings> found) {}

    private final NightEvidence evidence;
    private final RulesInForce rulesInForce;
    private final ScanNights scans;
    private final CaptureNights captures;
    private final SetAside setAside;
    private final ResultTables results;
    private final NightWrites writes;
    private final NightState state;
    private final Publishers publishers;

    ReconcileStep(
            NightEvidence evidence,
            RulesInForce rulesInForce,
            ScanNights scans,
            CaptureNights captures,
            SetAside setAside,
            ResultTables results,
            NightWrites writes,
            NightState state,
            Publishers publishers) {
        this.evidence = evidence;
        this.rulesInForce = rulesInForce;
        this.scans = scans;
        this.captures = captures;
        this.setAside = setAside;
        this.results = results;
        this.writes = writes;
        this.state = state;
        this.publishers = publishers;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        NightOptions options = NightOptions.of(context);
        LocalDate businessDate = options.businessDate();
        Rules rules = rulesInForce.with(options.rawText());
        NightState.Building building = new NightState.Building(
                results.versions().begin(businessDate, rules.text()),
                publishers.in(options.out()).open(businessDate, !options.rawText()),
                new EnumMap<>(Verdict.class),
                new ReadReports());
        state.building(building);
        int exportId = building.exportId();
        ExportPages pages = new ExportPages(businessDate, exportId, results);
        Judge judge = new Judge(rules, new StoredLinks(businessDate, captures));
        UnknownProducts unknown = new UnknownProducts(rules);
        try (CsvSink<ReconciledRow> file = building.staging().csv(Datasets.RECONCILED_ITEMS);
                Twins<ReconciledRow> twins = building.staging().twins(Datasets.RECONCILED_ITEMS, options.twins());
                ReconciledRowWriter table = results.reconciled().write(exportId);
                Relay<List<ReconciledRow>> toFile = new Relay<>("reconciled-files", rows -> {
                    rows.forEach(file::write);
                    rows.forEach(twins::write);
                });
                Relay<List<ReconciledRow>> toTable = new Relay<>("reconciled-table", rows -> rows.forEach(table))) {
            Consumer<List<ReconciledRow>> rows = some -> {
                building.count(some);
                unknown.reconciled(some);
                toFile.send(some);
                toTable.send(some);
            };
            goThroughScans(businessDate, judge, pages, rows, building.reports());
            toFile.finish();
            toTable.finish();
        }
        goThroughCaptures(businessDate, judge, pages, unknown);
        state.unreadableTimes(judge.unreadableTimes());
        List<UnknownProductRow> unknownRows = unknown.rows(again -> evidence.reconciled(businessDate, judge, again));
        writes.run(() -> {
            pages.unknownProducts(unknownRows);
            pages.setAside(setAside.of(businessDate));
        });
        return RepeatStatus.FINISHED;
    }

    /** The reports of a scan that late evidence brought back were read on an earlier night. */
    private void goThroughScans(
            LocalDate businessDate,
            Judge judge,
            ExportPages pages,
            Consumer<List<ReconciledRow>> rows,
            ReadReports reports) {
        evidence.scans(
                businessDate,
                links(judge),
                answers -> new Derived(answers.scan().reopened(), judge.scan(answers)),
                derived -> derived.found().map(found -> {
                    rows.accept(found.items());
                    if (!derived.reopened()) {
                        found.lists().ifPresent(reports::add);
                    }
                    return found.withoutItems();
                }),
                page -> write(businessDate, page, pages));
        writes.run(pages::finishBreaks);
    }

    private void write(LocalDate businessDate, List<ScanFindings> page, ExportPages pages) {
        Map<String, MatchMethod> matches = new HashMap<>();
        page.forEach(found -> matches.putAll(found.matches()));
        writes.run(() -> {
            pages.scans(page);
            captures.matched(businessDate, matches);
            scans.decide(businessDate, page.stream().map(ScanFindings::decision).toList());
        });
    }

    private void goThroughCaptures(LocalDate businessDate, Judge judge, ExportPages pages, UnknownProducts unknown) {
        evidence.captures(
                businessDate,
                links(judge),
                answers -> judge.capture(answers, answers.item().matchMethod()),
                page -> {
                    List<CaptureRow> rows =
                            page.stream().map(CaptureFindings::row).toList();
                    unknown.captured(rows);
                    writes.run(() -> {
                        pages.captures(rows);
                        captures.decide(
                                businessDate,
                                page.stream().map(CaptureFindings::decision).toList());
                    });
                });
    }

    private static List<Links> links(Judge judge) {
        return List.of(judge.links());
    }
}
