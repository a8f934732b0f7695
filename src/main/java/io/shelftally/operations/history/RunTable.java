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

    /** Those that ended with another code than 0, or died; one that is at work has not failed. */
    List<PastRun> failed(Optional<LocalDate> businessDate, int number, IntFunction<String> meaning) {
        return client
                .sql("""
                        SELECT * FROM run
                        WHERE (exit_code IS NULL OR exit_code <> 0)
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
        OffsetDateTime end = row.getObject("ended_at", OffsetDateTime.class);
        Instant ended = end == null ? null : end.toInstant();
        Integer exitCode = row.getObject("exit_code", Integer.class);
        PastRun.State state = state(ended, run == newest && signs.isAtWork(businessDate));
        return new PastRun(
                run,
                businessDate,
                state,
                started,
                ended,
                tookMillis(state, started, ended),
                exitCode,
                exitCode == null ? meaning(state) : meaning.apply(exitCode),
                row.getString("message"),
                row.getObject("job_execution_id", Long.class));
    }

    /** Runs are numbered under the lease, so none but the newest can be at work. */
    private static PastRun.State state(@Nullable Instant ended, boolean isAtWork) {
        if (ended != null) {
            return PastRun.State.ENDED;
        }
        return isAtWork ? PastRun.State.RUNNING : PastRun.State.DIED;
    }

    private static String meaning(PastRun.State state) {
        return state == PastRun.State.RUNNING ? "running" : "died";
    }

    private @Nullable Long tookMillis(PastRun.State state, Instant started, @Nullable Instant ended) {
        if (state == PastRun.State.DIED) {
            return null;
        }
        Duration took = Duration.between(started, ended == null ? clock.instant() : ended);
        return Math.max(0, took.toMillis());
    }
}
