package io.shelftally.job.nightly;

import io.shelftally.calls.collect.Troubles;
import io.shelftally.intake.selection.Selection;
import io.shelftally.intake.worklist.InputSource;
import io.shelftally.job.alerts.Judged;
import io.shelftally.job.derivation.ScanFigures;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.night.scans.OtherReports;
import io.shelftally.publication.export.CsvFile;
import io.shelftally.publication.publishing.Publication;
import io.shelftally.publication.publishing.Staging;
import io.shelftally.publication.report.Summary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the steps of one start hand to later ones in memory; each start fills it anew. */
@Component
class NightState implements AutoCloseable {

    /** What the calls of both lanes met in place of an answer. */
    record Met(Troubles ofScans, Troubles ofCaptures) {}

    /** The export that is being built: its rows in the database and its files in staging, and what is counted of its scans. */
    record Building(int exportId, Staging staging, ScanFigures figures) {}

    /** How the items of the night ended, how much of it was covered, and which reports came that nobody asked for. */
    record Covered(
            Map<ScanOutcome, Long> scans,
            Map<CaptureOutcome, Long> captures,
            Summary.Coverage coverage,
            OtherReports otherReports) {}

    /** How the run ended for its users. */
    record Outcome(Publication publication, Summary summary, Path link, List<Judged> judged, List<CsvFile> files) {}

    private Optional<Selection> selection = Optional.empty();
    private RunObserver observer = trouble -> 0;
    private RunFacts facts = RunFacts.NONE;
    private Met met = new Met(new Troubles(), new Troubles());
    private Optional<Building> building = Optional.empty();
    private long unreadableTimes;
    private Optional<Covered> covered = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();

    /** A run begins, of which nothing is known yet but what it looks at and who is told of it. */
    void begin(Optional<Selection> chosen, RunObserver told) {
        selection = chosen;
        observer = told;
        facts = RunFacts.NONE;
        outcome = Optional.empty();
    }

    /** The run has its number. */
    void begun(Begun known) {
        facts = new RunFacts(Optional.of(known), List.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    /** What the night's work list was read from. */
    void tookWorkList(List<InputSource> lists) {
        facts = new RunFacts(facts.begun(), lists, facts.steps(), facts.coverage(), facts.published());
        observer.tookWorkList(facts);
    }

    /** How much was answered, enough or not. */
    void counted(Summary.Coverage coverage) {
        facts = new RunFacts(facts.begun(), facts.lists(), facts.steps(), Optional.of(coverage), facts.published());
    }

    /** How long each step took. */
    void steps(Map<String, Duration> took) {
        facts = new RunFacts(facts.begun(), facts.lists(), took, facts.coverage(), facts.published());
    }

    RunFacts facts() {
        return new RunFacts(
                facts.begun(),
                facts.lists(),
                facts.steps(),
                facts.coverage(),
                outcome.map(ended -> new RunFacts.Published(
                        ended.summary(),
                        ended.publication().version(),
                        ended.publication().isNew(),
                        ended.link(),
                        ended.judged(),
                        ended.files())));
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
