package io.shelftally.night.run;

import io.shelftally.base.text.StoredText;
import io.shelftally.calls.window.WindowFigures;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every start of a night, and how it ended. */
@Repository
public class RunHistory {

    private static final int LONGEST_MESSAGE = 2000;

    private final JdbcClient client;
    private final Clock clock;

    public RunHistory(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The new run's number, from 1. To be called under the lease. */
    public long started(LocalDate businessDate) {
        long id = client.sql("SELECT COALESCE(MAX(run_id), 0) + 1 FROM run")
                .query(Long.class)
                .single();
        client.sql("INSERT INTO run (run_id, business_date, started_at) VALUES (:id, :businessDate, :now)")
                .param("id", id)
                .param("businessDate", businessDate)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** The latest start, and before it those that died without an end, in order. To be called under the lease. */
    public List<RunStart> open() {
        return client.sql("""
                        SELECT run_id, business_date, started_at FROM run
                        WHERE run_id > (SELECT COALESCE(MAX(run_id), 0) FROM run WHERE ended_at IS NOT NULL)
                        ORDER BY run_id
                        """)
                .query((row, number) -> new RunStart(
                        row.getLong("run_id"),
                        row.getObject("business_date", LocalDate.class),
                        row.getObject("started_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Notes which of Batch's executions the latest start of the night is. */
    public void executes(LocalDate businessDate, long jobExecutionId) {
        client.sql("""
                        UPDATE run SET job_execution_id = :execution
                        WHERE run_id = (SELECT MAX(run_id) FROM run WHERE business_date = :businessDate)
                        """)
                .param("execution", jobExecutionId)
                .param("businessDate", businessDate)
                .update();
    }

    /** How often the night was run to its end. */
    public long published(LocalDate businessDate) {
        return client.sql("SELECT COUNT(*) FROM run WHERE business_date = :businessDate AND exit_code = 0")
                .param("businessDate", businessDate)
                .query(Long.class)
                .single();
    }

    /** What the run leaves of the vendor's day; empty if that has no limit. */
    public void quota(long runId, long limit, OptionalLong left) {
        client.sql("UPDATE run SET quota_limit = :limit, quota_left = :left WHERE run_id = :id")
                .param("limit", limit)
                .param("left", left.isPresent() ? left.getAsLong() : null, Types.BIGINT)
                .param("id", runId)
                .update();
    }

    /** What the latest start of the night found of the calls that Pensa bears at once, besides what it found before. */
    public void window(LocalDate businessDate, WindowFigures window) {
        client.sql("""
                        UPDATE run SET window_last = :last,
                            window_least = LEAST(COALESCE(window_least, :least), :least),
                            window_most = GREATEST(COALESCE(window_most, :most), :most)
                        WHERE run_id = (SELECT MAX(run_id) FROM run WHERE business_date = :businessDate)
                        """)
                .param("last", window.last())
                .param("least", window.least())
                .param("most", window.most())
                .param("businessDate", businessDate)
                .update();
    }

    /** What the latest start of the night found that found anything; empty if none did. */
    public Optional<WindowFigures> window(LocalDate businessDate) {
        return client.sql("""
                        SELECT window_last, window_least, window_most FROM run
                        WHERE business_date = :businessDate AND window_last IS NOT NULL
                        ORDER BY run_id DESC FETCH FIRST 1 ROWS ONLY
                        """)
                .param("businessDate", businessDate)
                .query((row, number) -> new WindowFigures(true, row.getInt(1), row.getInt(2), row.getInt(3)))
                .optional();
    }

    public void ended(long runId, int exitCode, String message) {
        client.sql("UPDATE run SET ended_at = :now, exit_code = :exitCode, message = :message WHERE run_id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("exitCode", exitCode)
                .param("message", StoredText.of(message.substring(0, Math.min(message.length(), LONGEST_MESSAGE))))
                .param("id", runId)
                .update();
    }
}
