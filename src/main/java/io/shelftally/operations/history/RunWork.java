package io.shelftally.operations.history;

import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the tables tell of one run and of its night. */
@Repository
class RunWork {

    /**
     * A step of a run, in the order in which they began.
     *
     * @param tookMillis null if it has no end
     */
    record Step(String step, String status, @Nullable Long tookMillis) {}

    /** Calls of a run that are alike. */
    record Calls(String vendor, String call, String result, long calls, long meanMillis) {}

    /**
     * The version that a run published.
     *
     * @param directory of its files
     * @param shown whether links and views still show it
     */
    record Version(int version, String directory, boolean shown) {}

    /** The calls in flight to Pensa that a run found to be right, at its end, and from where to where it looked. */
    record Window(int last, int least, int most) {}

    /**
     * What one process did of a run that was shared.
     *
     * @param tookMillis from its first slice to the end of its last
     * @param items that it settled
     * @param derived scans that it derived
     */
    record Shared(String worker, String host, long tookMillis, long slices, long items, long derived) {}

    private static final String UNDECIDED = "UNDECIDED";

    private final JdbcClient client;

    RunWork(JdbcClient client) {
        this.client = client;
    }

    List<Step> steps(long jobExecutionId) {
        return client.sql("""
                        SELECT STEP_NAME, STATUS, START_TIME, END_TIME FROM BATCH_STEP_EXECUTION
                        WHERE JOB_EXECUTION_ID = :execution ORDER BY STEP_EXECUTION_ID
                        """)
                .param("execution", jobExecutionId)
                .query((row, number) -> new Step(
                        row.getString("STEP_NAME"),
                        row.getString("STATUS"),
                        millis(
                                row.getObject("START_TIME", LocalDateTime.class),
                                row.getObject("END_TIME", LocalDateTime.class))))
                .list();
    }

    List<Calls> calls(long run) {
        return client.sql("""
                        SELECT vendor, call, result, calls, total_millis / calls FROM call_count
                        WHERE run_id = :run ORDER BY vendor, call, result
                        """)
                .param("run", run)
                .query((row, number) ->
                        new Calls(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    /** Whoever did most comes first. */
    List<Shared> shared(long run) {
        return client.sql("""
                        SELECT worker, host, from_at, to_at, slices, items, derived FROM run_worker
                        WHERE run_id = :run ORDER BY items + derived DESC, worker
                        """)
                .param("run", run)
                .query((row, number) -> new Shared(
                        row.getString(1),
                        row.getString(2),
                        Duration.between(row.getObject(3, OffsetDateTime.class), row.getObject(4, OffsetDateTime.class))
                                .toMillis(),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)))
                .list();
    }

    /** Null if the run did not note it; 0 is no limit. */
    @Nullable
    Long quotaLimit(long run) {
        return noted("SELECT quota_limit FROM run WHERE run_id = :run", run);
    }

    /** Null if the run did not note it, or there is no limit. */
    @Nullable
    Long quotaLeft(long run) {
        return noted("SELECT quota_left FROM run WHERE run_id = :run", run);
    }

    /** Null if the run found none. */
    @Nullable
    Window window(long run) {
        return client.sql("""
                        SELECT window_last, window_least, window_most FROM run
                        WHERE run_id = :run AND window_last IS NOT NULL
                        """)
                .param("run", run)
                .query((row, number) -> new Window(row.getInt(1), row.getInt(2), row.getInt(3)))
                .optional()
                .orElse(null);
    }

    private @Nullable Long noted(String sql, long run) {
        return client.sql(sql)
                .param("run", run)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single()
                .orElse(null);
    }

    Optional<Version> published(long run) {
        return client.sql("""
                        SELECT business_date, version, out_dir, state FROM export_version
                        WHERE run_id = :run ORDER BY export_id DESC FETCH FIRST 1 ROWS ONLY
                        """)
                .param("run", run)
                .query((row, number) -> new Version(
                        row.getInt("version"),
                        directory(
                                row.getString("out_dir"),
                                row.getObject("business_date", LocalDate.class),
                                row.getInt("version")),
                        row.getString("state").equals("PUBLISHED")))
                .optional();
    }

    Map<String, Long> scans(LocalDate businessDate) {
        return counts("""
                SELECT COALESCE(outcome, 'UNDECIDED'), COUNT(*) FROM scan_item
                WHERE business_date = :businessDate GROUP BY outcome
                """, businessDate, ScanOutcome.values());
    }

    Map<String, Long> captures(LocalDate businessDate) {
        return counts("""
                SELECT COALESCE(outcome, 'UNDECIDED'), COUNT(*) FROM capture_item
                WHERE business_date = :businessDate GROUP BY outcome
                """, businessDate, CaptureOutcome.values());
    }

    /**
     * Of the version that is shown for the date; without the view, which looks up a text for each row. By BETWEEN PostgreSQL
     * reads no partition but the night's.
     */
    Map<String, Long> rows(LocalDate businessDate) {
        return counts("""
                SELECT item.verdict, SUM(kept.times)
                FROM (
                    SELECT block.row_ids[place.position] AS row_id, COUNT(*) AS times
                    FROM export_version version
                    JOIN reconciled_block block ON block.export_id = version.export_id
                    JOIN block_position place ON place.position <= block.row_count
                    WHERE version.published_date = :businessDate GROUP BY block.row_ids[place.position]) kept
                JOIN reconciled_item_row item ON item.row_id BETWEEN kept.row_id AND kept.row_id
                GROUP BY item.verdict
                """, businessDate, Verdict.values());
    }

    /** In the order of the constants, what is undecided last. */
    private Map<String, Long> counts(String sql, LocalDate businessDate, Enum<?>[] order) {
        Map<String, Long> found = new TreeMap<>();
        client.sql(sql).param("businessDate", businessDate).query(row -> {
            found.put(row.getString(1), row.getLong(2));
        });
        Map<String, Long> counts = new LinkedHashMap<>();
        Stream.concat(Stream.of(order).map(Enum::name), Stream.of(UNDECIDED))
                .filter(found::containsKey)
                .forEach(name -> counts.put(name, found.get(name)));
        return counts;
    }

    private static @Nullable Long millis(@Nullable LocalDateTime start, @Nullable LocalDateTime end) {
        return start == null || end == null
                ? null
                : Math.max(0, Duration.between(start, end).toMillis());
    }

    private static String directory(String out, LocalDate businessDate, int version) {
        return Path.of(out, ".versions", businessDate.toString(), Integer.toString(version))
                .toString();
    }
}
