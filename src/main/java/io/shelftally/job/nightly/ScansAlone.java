package io.shelftally.job.nightly;

import io.shelftally.job.derivation.Judge;
import io.shelftally.job.derivation.NightEvidence;
import io.shelftally.job.derivation.ScanDecisions;
import io.shelftally.job.derivation.ScanFindings;
import io.shelftally.job.derivation.UnknownProducts;
import io.shelftally.job.output.ExportPages;
import io.shelftally.job.output.Relay;
import io.shelftally.job.output.ResultTables;
import io.shelftally.night.run.NightWrites;
import io.shelftally.publication.export.CsvSink;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.tables.ReconciledRowWriter;
import io.shelftally.publication.twins.Twins;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Derives a night's scans in this process, in one pass. The reconciled rows go to their table and to their files at the same time, and
 * what is decided of the scans to theirs, each on a thread of its own.
 */
@Component
class ScansAlone {

    /** A page in hand and the next one. */
    private static final int SCANS_AHEAD = 400;

    /** What the answers of a scan say, and whether late evidence brought it back. */
    private record Derived(boolean reopened, Optional<ScanFindings> found) {}

    private final NightEvidence evidence;
    private final ScanDecisions decisions;
    private final ResultTables results;
    private final NightWrites writes;

    ScansAlone(NightEvidence evidence, ScanDecisions decisions, ResultTables results, NightWrites writes) {
        this.evidence = evidence;
        this.decisions = decisions;
        this.results = results;
        this.writes = writes;
    }

    void derive(
            NightOptions options,
            Judge judge,
            NightState.Building building,
            ExportPages pages,
            UnknownProducts unknown) {
        try (CsvSink<ReconciledRow> file = building.staging().csv(Datasets.RECONCILED_ITEMS);
                Twins<ReconciledRow> twins = building.staging().twins(Datasets.RECONCILED_ITEMS, options.twins());
                ReconciledRowWriter table = results.reconciled().write(building.exportId());
                Relay<ReconciledRow> toFile = new Relay<>("reconciled-files", Relay.MANY_ROWS, rows -> {
                    rows.forEach(file::write);
                    rows.forEach(twins::write);
                });
                Relay<ReconciledRow> toTable =
                        new Relay<>("reconciled-table", Relay.MANY_ROWS, rows -> rows.forEach(table));
                Relay<ScanFindings> toScans = new Relay<>(
                        "reconciled-scans", SCANS_AHEAD, page -> write(options.businessDate(), page, pages))) {
            evidence.scans(
                    options.businessDate(),
                    List.of(judge.links()),
                    answers -> new Derived(answers.scan().reopened(), judge.scan(answers)),
                    derived -> derived.found().map(found -> {
                        building.figures().add(found, derived.reopened());
                        unknown.reconciled(found.items());
                        toFile.send(found.items());
                        toTable.send(found.items());
                        return found.withoutItems();
                    }),
                    toScans::send);
            toScans.finish();
            writes.run(pages::finishBreaks);
            toFile.finish();
            toTable.finish();
        }
    }

    private void write(LocalDate businessDate, List<ScanFindings> page, ExportPages pages) {
        writes.run(() -> {
            pages.scans(page);
            decisions.write(businessDate, page);
        });
    }
}
