package io.shelftally.job.workers;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.TestDatabase;
import io.shelftally.publication.report.SharedWork;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class NightWorkersTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 21);
    private static final Instant START = Instant.parse("2026-11-22T00:30:00Z");

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final NightWorkers workers = new NightWorkers(JdbcClient.create(database.dataSource()));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatAWorkerDidInTheStartsOfANightIsOneLine() {
        run(1, NIGHT, false);
        worker(1, NIGHT, "first", 0, 60, 100);
        worker(1, NIGHT, "second", 30, 60, 40);
        run(2, NIGHT, false);
        worker(2, NIGHT, "second", 600, 640, 300);

        assertThat(workers.of(NIGHT))
                .isEqualTo(new SharedWork(
                        Duration.ofSeconds(100),
                        List.of(
                                new SharedWork.Worker(
                                        "second", "host", START.plusSeconds(30), Duration.ofSeconds(70), 6, 340),
                                new SharedWork.Worker("first", "host", START, Duration.ofSeconds(60), 3, 100))));
    }

    @Test
    void otherNightsAndAttemptsThatWereGivenUpAreLeftOut() {
        run(1, NIGHT, true);
        worker(1, NIGHT, "first", 0, 60, 100);
        run(2, NIGHT.plusDays(1), false);
        worker(2, NIGHT.plusDays(1), "first", 0, 60, 100);

        assertThat(workers.of(NIGHT)).isEqualTo(SharedWork.NONE);
    }

    private void run(long id, LocalDate night, boolean isAbandoned) {
        jdbc.update(
                "INSERT INTO run (run_id, business_date, started_at, abandoned_at) VALUES (?, ?, ?, ?)",
                id,
                night,
                START.atOffset(ZoneOffset.UTC),
                isAbandoned ? START.plusSeconds(99).atOffset(ZoneOffset.UTC) : null);
    }

    private void worker(long run, LocalDate night, String name, int from, int to, long items) {
        jdbc.update(
                "INSERT INTO run_worker VALUES (?, ?, ?, 'host', ?, ?, 3, ?, 0)",
                night,
                run,
                name,
                START.plusSeconds(from).atOffset(ZoneOffset.UTC),
                START.plusSeconds(to).atOffset(ZoneOffset.UTC),
                items);
    }
}
