package io.shelftally.operations.replay;

import io.shelftally.calls.collect.Progress;
import io.shelftally.intake.quarantine.SetAside;
import io.shelftally.job.derivation.CaptureFindings;
import io.shelftally.job.derivation.Judge;
import io.shelftally.job.derivation.Links;
import io.shelftally.job.derivation.NightEvidence;
import io.shelftally.job.derivation.ScanAnswers;
import io.shelftally.job.derivation.ScanFindings;
import io.shelftally.job.derivation.UnknownProducts;
import io.shelftally.job.output.ExportPages;
import io.shelftally.job.output.Relay;
import io.shelftally.job.output.ResultTables;
import io.shelftally.job.output.SortedFiles;
import io.shelftally.night.run.NightWrites;
import io.shelftally.publication.export.CsvSink;
import io.shelftally.publication.results.CaptureRow;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.results.UnknownProductRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Derives the files of a night again. What must be sorted goes through the tables of an export that is never published; one
 * that a killed replay left is discarded by the next run or replay.
 */
@Component
class ReplayDerivation {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayDerivation.class);

    /** A scan by the rules that are shown, and the answers that other rules are tried on. */
    private record Derived(ScanAnswers answers, Optional<ScanFindings> found) {}

    private final NightEvidence evidence;
    private final SetAside setAside;
    private final ResultTables results;
    private final NightWrites writes;
    private final Progress progress;

    ReplayDerivation(
            NightEvidence evidence, SetAside setAside, ResultTables results, NightWrites writes, Progress progress) {
        this.evidence = evidence;
        this.setAside = setAside;
        this.results = results;
        this.writes = writes;
        this.progress = progress;
    }

    /**
     * Writes the files by the rules of the last judge.
     *
     * @param changes is told each row in which the last one differs from the first
     */
    List<ReplayedFiles.Replayed> derive(
            LocalDate date, List<Judge> judges, ReplayedFiles files, Consumer<ChangedRow> changes) {
        progress.step("derive");
        int exportId = results.versions()
                .begin(date, judges.get(judges.size() - 1).rules().text());
        try {
            Judge judge = judges.get(judges.size() - 1);
            UnknownProducts unknown = new UnknownProducts(judge.rules());
            ChangeFinder finder = new ChangeFinder(judges, changes);
            ExportPages pages = new ExportPages(date, exportId, results);
            List<Links> links = judges.stream().map(Judge::links).distinct().toList();
            goThroughScans(date, judge, links, finder, pages, files, unknown);
            evidence.captures(date, links, finder::capture, page -> {
                List<CaptureRow> rows = page.stream().map(CaptureFindings::row).toList();
                unknown.captured(rows);
                writes.run(() -> pages.captures(rows));
            });
            List<UnknownProductRow> unknownRows = unknown.rows(again -> evidence.reconciled(date, judge, again));
            writes.run(() -> {
                pages.unknownProducts(unknownRows);
                pages.setAside(setAside.of(date));
            });
            progress.step("write");
            new SortedFiles(results, progress).write(exportId, files::csv);
            return files.describe(date);
        } finally {
            discard(exportId);
        }
    }

    private void goThroughScans(
            LocalDate date,
            Judge judge,
            List<Links> links,
            ChangeFinder finder,
            ExportPages pages,
            ReplayedFiles files,
            UnknownProducts unknown) {
        try (CsvSink<ReconciledRow> file = files.csv(Datasets.RECONCILED_ITEMS);
                Relay<ReconciledRow> toFile =
                        new Relay<>("replayed-csv", Relay.MANY_ROWS, rows -> rows.forEach(file::write))) {
            evidence.scans(
                    date,
                    links,
                    answers -> new Derived(answers, judge.scan(answers)),
                    derived -> {
                        finder.scan(derived.answers(), derived.found());
                        derived.found().ifPresent(scan -> {
                            unknown.reconciled(scan.items());
                            toFile.send(scan.items());
                        });
                        return derived.found().map(ScanFindings::withoutItems);
                    },
                    page -> writes.run(() -> pages.scans(page)));
            toFile.finish();
        }
        writes.run(pages::finishBreaks);
    }

    /** What made a replay fail is thrown, whatever becomes of its rows. */
    private void discard(int exportId) {
        try {
            results.versions().discard(exportId);
        } catch (RuntimeException e) {
            LOG.warn("what was derived could not be discarded; the next run does it: {}", e.getMessage());
        }
    }
}
