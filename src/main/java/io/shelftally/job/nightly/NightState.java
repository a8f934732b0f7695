package io.shelftally.job.nightly;

import io.shelftally.calls.collect.Troubles;
import io.shelftally.intake.selection.Selection;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.night.scans.OtherReports;
import io.shelftally.publication.publishing.Publication;
import io.shelftally.publication.publishing.Staging;
import io.shelftally.publication.report.Summary;
import io.shelftally.publication.results.ReconciledRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** What the steps of one start hand to later ones in memory; each start fills it anew. */
@Component
class NightState implements AutoCloseable {

    /** What the calls of both lanes met in place of an answer. */
    record Met(Troubles ofScans, Troubles ofCaptures) {}

    /** The export that is being built: its rows in the database and its files in staging. */
    record Building(int exportId, Staging staging, Map<Verdict, Long> verdicts, ReadReports reports) {

        void count(List<ReconciledRow> rows) {
            rows.forEach(row -> verdicts.merge(row.item().verdict(), 1L, Long::sum));
        }
    }

    /** How the items of the night ended, how much of it was covered, and which reports came that nobody asked for. */
    record Covered(
            Map<ScanOutcome, Long> scans,
            Map<CaptureOutcome, Long> captures,
            Summary.Coverage coverage,
            OtherReports otherReports) {}

    /** How the run ended for its users. */
    record Outcome(Publication publication, Summary summary, Path link) {}

    private Optional<Selection> selection = Optional.empty();
    private OptionalLong run = OptionalLong.empty();
    private Map<String, Duration> steps = Map.of();
    private Met met = new Met(new Troubles(), new Troubles());
    private Optional<Building> building = Optional.empty();
    private long unreadableTimes;
    private Optional<Covered> covered = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();

    /** A run begins, of which nothing is known yet but what it looks at. */
    void begin(Optional<Selection> chosen) {
        selection = chosen;
        run = OptionalLong.empty();
        steps = Map.of();
        outcome = Optional.empty();
    }

    /** The run has its number. */
    void run(long number) {
        run = OptionalLong.of(number);
    }

    /** How long each step took. */
    void steps(Map<String, Duration> took) {
        steps = took;
    }

    RunFacts facts() {
        return new RunFacts(
                run,
                steps,
                outcome.map(ended -> new RunFacts.Published(
                        ended.summary(),
                        ended.publication().version(),
                        ended.publication().isNew(),
                        ended.link())));
    }

    /** What a rerun looks at; empty for a night that takes its work list. */
    Optional<Selection> selection() {
        return selection;
    }

    void met(Met begun) {
        met = begun;
    }

    Met met() {
        return met;
    }

    void building(Building begun) {
        close();
        building = Optional.of(begun);
    }

    Building building() {
        return building.orElseThrow();
    }

    void unreadableTimes(long found) {
        unreadableTimes = found;
    }

    /** The vendors' times whose cells are empty because they cannot be read. */
    long unreadableTimes() {
        return unreadableTimes;
    }

    void covered(Covered found) {
        covered = Optional.of(found);
    }

    Covered covered() {
        return covered.orElseThrow();
    }

    void outcome(Outcome ended) {
        outcome = Optional.of(ended);
    }

    Optional<Outcome> outcome() {
        return outcome;
    }

    /** Removes what was staged and not published. */
    @Override
    public void close() {
        building.ifPresent(begun -> begun.staging().close());
        building = Optional.empty();
    }
}
