package io.shelftally.operations.history;

import io.shelftally.night.run.SignsOfLife;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table run, read. */
@Repository
class RunTable {

    /** Of all business dates, as far as both databases reach. */
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final JdbcClient client;
    private final SignsOfLife signs;
    private final Clock clock;

    RunTable(JdbcClient client, SignsOfLife signs, Clock clock) {
        this.client = client;
        this.signs = signs;
        this.clock = clock;
    }

    /** The newest first. */
    List<PastRun> latest(int number, IntFunction<String> meaning) {
        return client.sql("SELECT * FROM run ORDER BY run_id DESC FETCH FIRST :number ROWS ONLY")
                .param("number", number)
                .query(rows(meaning))
                .list();
    }

    List<PastRun> latestOf(LocalDate businessDate, int number, IntFunction<String> meaning) {
        return client.sql("""
                        SELECT * FROM run WHERE business_date = :businessDate
                        ORDER BY run_id DESC FETCH FIRST :number ROWS ONLY
                        """)
                .param("businessDate", businessDate)
                .param("number", number)
                .query(rows(meaning))
                .list();
    }

    /** Those that ended with another code than 0, or died, but one at work and those whose night was given up. */
    List<PastRun> failed(Optional<LocalDate> businessDate, int number, IntFunction<String> meaning) {
        return client
                .sql("""
                        SELECT * FROM run
                        WHERE (exit_code IS NULL OR exit_code <> 0) AND abandoned_at IS NULL
                            AND business_date BETWEEN :first AND :last
                        ORDER BY run_id DESC FETCH FIRST :number ROWS ONLY
                        """)
                .param("first", businessDate.orElse(EARLIEST))
                .param("last", businessDate.orElse(LATEST))
                .param("number", number + 1)
                .query(rows(meaning))
                .stream()
                .filter(run -> run.state() != PastRun.State.RUNNING)
                .limit(number)
                .toList();
    }

    Optional<PastRun> find(long run, IntFunction<String> meaning) {
        return client.sql("SELECT * FROM run WHERE run_id = :run")
                .param("run", run)
                .query(rows(meaning))
                .optional();
    }

    /** The run whose number is nearest; empty if nothing has run. */
    Optional<Long> nearest(long run) {
        return client.sql("SELECT run_id FROM run ORDER BY ABS(run_id - :run), run_id FETCH FIRST 1 ROW ONLY")
                .param("run", run)
                .query(Long.class)
                .optional();
    }

    private long newest() {
        return client.sql("SELECT COALESCE(MAX(run_id), 0) FROM run")
                .query(Long.class)
                .single();
    }

    private RowMapper<PastRun> rows(IntFunction<String> meaning) {
        long newest = newest();
        return (row, number) -> run(row, newest, meaning);
    }

    private PastRun run(ResultSet row, long newest, IntFunction<String> meaning) throws SQLException {
        long run = row.getLong("run_id");
        LocalDate businessDate = row.getObject("business_date", LocalDate.class);
        Instant started = row.getObject("started_at", OffsetDateTime.class).toInstant();
        Instant ended = instant(row, "ended_at");
        Instant abandoned = instant(row, "abandoned_at");
        Integer exitCode = row.getObject("exit_code", Integer.class);
        PastRun.State state = abandoned != null
                ? PastRun.State.ABANDONED
                : state(ended, run == newest && signs.isAtWork(businessDate));
        return new PastRun(
                run,
                businessDate,
                state,
                started,
                ended,
                tookMillis(state, started, ended),
                exitCode,
                exitCode == null || abandoned != null ? meaning(state) : meaning.apply(exitCode),
                row.getString("message"),
                row.getObject("job_execution_id", Long.class),
                abandoned);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Runs are numbered under the lease, so none but the newest can be at work. */
    private static PastRun.State state(@Nullable Instant ended, boolean isAtWork) {
        if (ended != null) {
            return PastRun.State.ENDED;
        }
        return isAtWork ? PastRun.State.RUNNING : PastRun.State.DIED;
    }

    private static String meaning(PastRun.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private @Nullable Long tookMillis(PastRun.State state, Instant started, @Nullable Instant ended) {
        if (ended == null && state != PastRun.State.RUNNING) {
            return null;
        }
        Duration took = Duration.between(started, ended == null ? clock.instant() : ended);
        return Math.max(0, took.toMillis());
    }
}
