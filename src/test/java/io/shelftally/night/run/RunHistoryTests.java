package io.shelftally.night.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunHistoryTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);

    private final NightDatabase db = new NightDatabase();
    private final HandClock clock = new HandClock();
    private final RunHistory history = new RunHistory(db.client(), clock);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void runsAreNumberedFromOneWhateverTheirDate() {
        assertThat(history.started(NIGHT)).isEqualTo(1);
        assertThat(history.started(NIGHT.minusDays(3))).isEqualTo(2);
    }

    @Test
    void onlyRunsThatEndedWellWerePublished() {
        history.ended(history.started(NIGHT), 0, "published");
        history.ended(history.started(NIGHT), 75, "stopped");
        history.started(NIGHT);
        history.ended(history.started(NIGHT.plusDays(1)), 0, "published");

        assertThat(history.published(NIGHT)).isEqualTo(1);
        assertThat(history.published(NIGHT.minusDays(1))).isZero();
    }

    @Test
    void theStartsThatDiedAreThoseWithoutAnEndSinceTheLastOneThatHasOne() {
        history.started(NIGHT);
        history.ended(history.started(NIGHT), 75, "stopped");
        history.started(NIGHT);
        clock.advance(Duration.ofMinutes(5));
        history.started(NIGHT.plusDays(1));

        assertThat(history.open().stream().map(start -> start.run() + " " + start.businessDate()))
                .containsExactly("3 2026-11-22", "4 2026-11-23");
        assertThat(history.open()).as("read again, to the last digit").isEqualTo(history.open());
        assertThat(Duration.between(
                        history.open().get(0).startedAt(), history.open().get(1).startedAt()))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void theExecutionIsThatOfTheLatestStartOfItsNight() {
        history.started(NIGHT);
        history.started(NIGHT);
        history.started(NIGHT.plusDays(1));

        history.executes(NIGHT, 41);

        assertThat(db.rows("SELECT run_id, job_execution_id FROM run ORDER BY run_id"))
                .containsExactly("1 -", "2 41", "3 -");
    }

    @Test
    void theEndOfARunIsOnRecord() {
        long run = history.started(NIGHT);
        clock.advance(Duration.ofMinutes(5));

        history.ended(run, 69, "too little was covered");

        assertThat(
                        db.rows(
                                "SELECT exit_code, message, CAST(EXTRACT(EPOCH FROM ended_at) - EXTRACT(EPOCH FROM started_at) AS INTEGER) FROM run"))
                .containsExactly("69 too little was covered 300");
    }

    @Test
    void aMessageThatNoDatabaseHoldsIsOnRecordAllTheSame() {
        history.ended(history.started(NIGHT), 65, "a nul \0 in the list");

        assertThat(db.value("SELECT message FROM run")).isEqualTo("a nul \uFFFD in the list");
    }

    @Test
    void aLongMessageIsCut() {
        history.ended(history.started(NIGHT), 70, "x".repeat(5000));

        assertThat(db.value("SELECT CHAR_LENGTH(message) FROM run")).isEqualTo("2000");
    }
}
