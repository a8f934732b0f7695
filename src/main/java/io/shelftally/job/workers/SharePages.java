package io.shelftally.job.workers;

import io.shelftally.job.derivation.Judge;
import io.shelftally.job.derivation.NightEvidence;
import io.shelftally.job.derivation.Rules;
import io.shelftally.job.derivation.ScanDecisions;
import io.shelftally.job.derivation.ScanFigures;
import io.shelftally.job.derivation.ScanFindings;
import io.shelftally.job.derivation.StoredLinks;
import io.shelftally.job.output.ResultTables;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.run.NightWrites;
import io.shelftally.publication.export.CsvPiece;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.tables.ExportVersion;
import io.shelftally.publication.tables.NightShares;
import io.shelftally.publication.tables.NightShares.Share;
import io.shelftally.publication.tables.ReconciledPages;
import io.shelftally.publication.tables.SharedBreaks.Told;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Derives shares of a night's scans, a page at a time: what a run that is alone derives of the same scans. */
@Component
class SharePages {

    /** Some ten thousand rows, which are written in less than a second or two. */
    private static final int MOST_SCANS = 100;

    /** A share has some pages, so that little is lost with a process, and little is waited for where one is to end. */
    private static final int LEAST_PAGES = 4;

    private final NightEvidence evidence;
    private final ScanDecisions decisions;
    private final CaptureNights captures;
    private final ResultTables results;
    private final NightWrites writes;

    SharePages(
            NightEvidence evidence,
            ScanDecisions decisions,
            CaptureNights captures,
            ResultTables results,
            NightWrites writes) {
        this.evidence = evidence;
        this.decisions = decisions;
        this.captures = captures;
        this.results = results;
        this.writes = writes;
    }

    NightShares shares() {
        return results.shares();
    }

    /** Goes on with a share where it stands, by the rules of its export. */
    Work of(Share share) {
        return new Work(share);
    }

    private record Derived(long scanId, boolean reopened, Optional<ScanFindings> found) {}

    /** One process's work on a share; for one thread, and at an end when anything is thrown. */
    final class Work {

        private final Share share;
        private final Judge judge;
        private final CsvPiece<ReconciledRow> file;
        private final ReconciledPages table;
        private final Optional<Integer> previous;
        private final int most;
        private NightShares.Progress progress;
        private long unreadableTimes;

        private Work(Share share) {
            Rules rules = Rules.parse(results.versions()
                    .madeBy(share.exportId())
                    .rules()
                    .orElseThrow(() -> new IllegalStateException("export " + share.exportId() + " has no rules")));
            this.share = share;
            this.judge = new Judge(rules, new StoredLinks(share.businessDate(), captures));
            this.file = new CsvPiece<>(Datasets.RECONCILED_ITEMS, !rules.rawText());
            this.table = results.reconciled().pages(share.exportId());
            this.previous =
                    results.versions().previousPublished(share.businessDate()).map(ExportVersion::exportId);
            this.most = (int) Math.min(MOST_SCANS, (share.scans() + LEAST_PAGES - 1) / LEAST_PAGES);
            this.progress = results.shares().progress(share);
        }

        /** Derives a few scans, and writes all that follows from them in one transaction; returns how many they were, 0 at the end. */
        int writeNext() {
            List<Derived> derived = evidence.next(
                    share.businessDate(),
                    judge.links(),
                    progress.afterScanId(),
                    share.lastScanId(),
                    most,
                    answers ->
                            new Derived(answers.scan().scanId(), answers.scan().reopened(), judge.scan(answers)));
            if (!derived.isEmpty()) {
                write(derived);
            }
            return derived.size();
        }

        private void write(List<Derived> derived) {
            List<ScanFindings> found =
                    derived.stream().flatMap(one -> one.found().stream()).toList();
            List<ReconciledRow> rows =
                    found.stream().flatMap(one -> one.items().stream()).toList();
            NightShares.Page page = new NightShares.Page(
                    progress.afterScanId(),
                    derived.get(derived.size() - 1).scanId(),
                    derived.size(),
                    rows.size(),
                    progress.nextRowId() + rows.size(),
                    figures(derived).text());
            byte[] lines = file.of(rows);
            writes.run(() -> {
                results.shares().add(share, page, lines);
                table.write(progress.nextRowId(), rows);
                writeScans(found);
            });
            progress = new NightShares.Progress(page.lastScanId(), page.nextRowId());
        }

        private void writeScans(List<ScanFindings> found) {
            results.scans()
                    .insert(
                            share.exportId(),
                            found.stream().map(ScanFindings::row).toList());
            results.quarantine()
                    .insert(
                            share.exportId(),
                            found.stream()
                                    .flatMap(one -> one.quarantine().stream())
                                    .toList());
            results.sharedBreaks()
                    .store(
                            share.exportId(),
                            previous,
                            found.stream()
                                    .flatMap(one -> one.place().stream()
                                            .map(place ->
                                                    new Told(one.row().place().scanId(), place, one.sightings())))
                                    .toList());
            decisions.write(share.businessDate(), found);
        }

        private ScanFigures figures(List<Derived> derived) {
            ScanFigures figures = new ScanFigures();
            derived.forEach(one -> one.found().ifPresent(found -> figures.add(found, one.reopened())));
            figures.addUnreadableTimes(judge.unreadableTimes() - unreadableTimes);
            unreadableTimes = judge.unreadableTimes();
            return figures;
        }
    }
}
