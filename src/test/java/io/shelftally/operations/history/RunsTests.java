package io.shelftally.operations.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.calls.collect.CallCounts;
import io.shelftally.calls.collect.CallCounts.Call;
import io.shelftally.console.NotFoundException;
import io.shelftally.console.Style;
import io.shelftally.night.run.HandClock;
import io.shelftally.night.run.NightDatabase;
import io.shelftally.night.run.RunHistory;
import io.shelftally.night.run.RunSettings;
import io.shelftally.night.run.SignsOfLife;
import io.shelftally.operations.history.PastRun.State;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunsTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);

    private final NightDatabase db = new NightDatabase();
    private final HandClock clock = new HandClock();
    private final RunHistory history = new RunHistory(db.client(), clock);
    private final CallCounts counts = new CallCounts(db.client());
    private final Runs runs = new Runs(
            new RunTable(db.client(), new SignsOfLife(db.client(), new RunSettings(Duration.ofMinutes(1))), clock),
            new RunWork(db.client()));

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void theNewestStartsComeFirst() {
        history.started(NIGHT);
        history.started(NIGHT.plusDays(1));
        history.started(NIGHT);

        assertThat(list(Optional.empty(), 2)).extracting(PastRun::run).containsExactly(3L, 2L);
        assertThat(list(Optional.of(NIGHT), 20)).extracting(PastRun::run).containsExactly(3L, 1L);
        assertThat(list(Optional.of(NIGHT.minusDays(1)), 20)).isEmpty();
    }

    @Test
    void aRunThatEndedTellsItsTimeAndTheMeaningOfItsCode() {
        long run = history.started(NIGHT);
        clock.advance(Duration.ofSeconds(90));
        history.ended(run, 69, "too little");

        PastRun told = list(Optional.empty(), 1).get(0);

        assertThat(told.state()).isEqualTo(State.ENDED);
        assertThat(told.tookMillis()).isEqualTo(90_000);
        assertThat(told.meaning()).isEqualTo("meaning of 69");
        assertThat(told.message()).isEqualTo("too little");
    }

    @Test
    void aRunWithoutAnEndRunsWhileItsLeaseIsHeld() {
        history.started(NIGHT);
        db.heldLease(NIGHT, clock);
        history.started(NIGHT);
        clock.advance(Duration.ofSeconds(5));

        List<PastRun> told = list(Optional.empty(), 20);

        assertThat(told).extracting(PastRun::state).containsExactly(State.RUNNING, State.DIED);
        assertThat(told).extracting(PastRun::tookMillis).containsExactly(5_000L, null);
    }

    @Test
    void aRunWhoseProcessIsGoneHasDied() {
        db.heldLease(NIGHT, clock);
        history.started(NIGHT);
        db.execute("UPDATE run_lease SET pid = -1");

        assertThat(list(Optional.empty(), 1)).extracting(PastRun::state).containsExactly(State.DIED);
    }

    @Test
    void theFailedOnesAreThoseThatEndedOtherwiseThanWith0OrDied() {
        history.ended(history.started(NIGHT), 69, "too little");
        history.ended(history.started(NIGHT), 0, "published");
        history.started(NIGHT.plusDays(1));
        history.ended(history.started(NIGHT.plusDays(1)), 75, "stopped");
        db.heldLease(NIGHT, clock);
        history.started(NIGHT);

        assertThat(failed(Optional.empty(), 20)).containsExactly(4L, 3L, 1L);
        assertThat(failed(Optional.empty(), 2)).containsExactly(4L, 3L);
        assertThat(failed(Optional.of(NIGHT), 1)).containsExactly(1L);
        assertThat(runs.failed(Optional.of(NIGHT.minusDays(1)), 20, Integer::toString)
                        .text(Style.PLAIN))
                .isEqualTo("no failed runs\n");
    }

    @Test
    void aRunWhoseNightWasGivenUpHasNeitherFailedNorDied() {
        history.started(NIGHT);
        clock.advance(Duration.ofSeconds(5));
        history.ended(history.started(NIGHT), 69, "too little");
        db.execute("UPDATE run SET abandoned_at = CURRENT_TIMESTAMP");

        List<PastRun> told = list(Optional.empty(), 20);

        assertThat(told).extracting(PastRun::state).containsOnly(State.ABANDONED);
        assertThat(told).extracting(PastRun::meaning).containsOnly("abandoned");
        assertThat(told).extracting(PastRun::tookMillis).containsExactly(0L, null);
        assertThat(told).extracting(PastRun::exitCode).containsExactly(69, null);
        assertThat(failed(Optional.empty(), 20)).isEmpty();
    }

    @Test
    void aRunIsShownWithItsOwnCallsAlone() {
        counts.add(NIGHT, "closient", List.of(call("ok")));
        history.started(NIGHT);
        counts.add(NIGHT, "closient", List.of(call("ok"), call("timeout")));
        history.started(NIGHT);
        counts.add(NIGHT, "closient", List.of(call("http_503")));

        RunAccount account = (RunAccount) runs.show(1, Integer::toString);

        assertThat(account.calls())
                .containsExactly(
                        new RunWork.Calls("closient", "read", "ok", 1, 100),
                        new RunWork.Calls("closient", "read", "timeout", 1, 100));
        assertThat(account.quota()).isEqualTo(new RunAccount.Quota(2, null, null));
        assertThat(account.errors()).containsExactly(new RunAccount.Reason("closient", "timeout", 1));
    }

    @Test
    void theVersionOfARunIsToldAlsoWhenALaterOneIsShown() {
        history.started(NIGHT);
        db.execute("INSERT INTO export_version (business_date, state, version, out_dir, created_at, run_id)"
                + " VALUES (DATE '2026-11-22', 'SUPERSEDED', 1, '/srv', CURRENT_TIMESTAMP, 1)");

        RunAccount account = (RunAccount) runs.show(1, Integer::toString);

        assertThat(account.published()).isEqualTo(new RunWork.Version(1, "/srv/.versions/2026-11-22/1", false));
        assertThat(account.text(Style.PLAIN)).contains("version 1, replaced by a later one");
    }

    @Test
    void theNightIsCountedByOutcomeAndWhatIsUndecidedToo() {
        history.started(NIGHT);
        scan(1, "'REPORTED'");
        scan(2, "'REPORTED'");
        scan(3, "NULL");

        RunAccount account = (RunAccount) runs.showLast(Integer::toString);

        assertThat(account.night().scans()).hasToString("{REPORTED=2, UNDECIDED=1}");
    }

    @Test
    void aRunThatIsNotThereIsToldWithARemedy() {
        assertThatThrownBy(() -> runs.showLast(Integer::toString))
                .isInstanceOf(NotFoundException.class)
                .hasMessageStartingWith("nothing has run yet");
        assertThatThrownBy(() -> runs.show(7, Integer::toString))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("there is no run 7; nothing has run yet");
        history.started(NIGHT);
        history.started(NIGHT);
        assertThatThrownBy(() -> runs.show(7, Integer::toString))
                .hasMessage("there is no run 7; the nearest is 2.\njobs/shelftally runs lists the latest.");
    }

    private List<PastRun> list(Optional<LocalDate> date, int number) {
        return ((RunList) runs.list(date, number, code -> "meaning of " + code)).runs();
    }

    private List<Long> failed(Optional<LocalDate> date, int number) {
        return ((RunList) runs.failed(date, number, Integer::toString))
                .runs().stream().map(PastRun::run).toList();
    }

    private void scan(long scanId, String outcome) {
        db.execute("INSERT INTO scan_item (business_date, scan_id, store_id, section, listed, reopened, first_night,"
                + " nights_waited, nights_asked, phase, ending, attempts, polls, asked, present, missing, answered,"
                + " asked_in_run, queue, due_at, status_sha256, report_sha256, outcome, carried)"
                + " VALUES (DATE '2026-11-22', " + scanId + ", NULL, NULL, TRUE, FALSE,"
                + " DATE '2026-11-22', 0, 1, 'STATUS', NULL, 0, 0, TRUE, TRUE, FALSE, TRUE, TRUE, 9, CURRENT_TIMESTAMP,"
                + " NULL, NULL, " + outcome + ", FALSE)");
    }

    private static Call call(String result) {
        return new Call("read", result, Duration.ofMillis(100), false);
    }
}
