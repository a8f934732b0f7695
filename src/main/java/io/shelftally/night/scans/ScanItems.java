package io.shelftally.night.scans;

import io.shelftally.night.items.ItemQueue;
import io.shelftally.night.items.ItemTable;
import io.shelftally.night.items.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The table scan_item while scans are collected: one row a scan and night, which is its checkpoint. What waits is told by its
 * {@link ItemQueue}; what an answer changes is a matter of statuses, which tell of many scans at once, and of reports.
 */
@Repository
class ScanItems {

    static final int REPORT_QUEUE = 0;
    static final int STATUS_QUEUE = 1;

    private static final String DUE = """
            SELECT scan_id, phase, attempts, polls, present, missing
            FROM scan_item
            WHERE business_date = :businessDate AND queue = :queue AND due_at <= :now
                AND (:bucket < 0 OR bucket = :bucket)
            ORDER BY business_date, queue, due_at, scan_id
            FETCH FIRST :most ROWS ONLY
            """;

    private static final String CHANGE = """
            UPDATE scan_item
            SET phase = :phase, ending = COALESCE(:ending, CASE WHEN :answered THEN NULL ELSE ending END),
                attempts = :attempts, polls = :polls, present = :present, missing = :missing,
                answered = answered OR :answered, answered_in_run = answered_in_run OR :heard,
                nights_asked = nights_asked + CASE WHEN asked THEN 0 ELSE 1 END,
                asked = TRUE, asked_in_run = TRUE, queue = :queue, due_at = COALESCE(:dueAt, due_at),
                status_sha256 = COALESCE(:statusSha256, status_sha256),
                report_sha256 = COALESCE(:reportSha256, report_sha256),
                report_status = CASE WHEN :answered THEN :reportStatus ELSE report_status END,
                other_types = CASE WHEN :answered THEN :otherTypes ELSE other_types END
            WHERE business_date = :businessDate
            """;

    private final JdbcClient client;
    private final NamedParameterJdbcTemplate batches;
    private final ItemQueue<ScanItem> queue;

    ScanItems(JdbcClient client, NamedParameterJdbcTemplate batches) {
        this.client = client;
        this.batches = batches;
        this.queue = new ItemQueue<>(client, ItemTable.SCANS, DUE, ScanItems::item);
    }

    ItemQueue<ScanItem> queue() {
        return queue;
    }

    /** Makes every selected scan of the night that is unsettled due now, and leaves the others alone. */
    void wake(LocalDate businessDate, Instant now) {
        queue.leaveUnselected(businessDate);
        client.sql("""
                        UPDATE scan_item
                        SET queue = CASE WHEN phase = 'REPORT' THEN 0 ELSE 1 END,
                            due_at = :now, asked_in_run = FALSE, answered_in_run = FALSE, attempts = 0, polls = 0
                        WHERE business_date = :businessDate AND phase <> 'DONE' AND selected
                            AND (asked OR queue = 9 OR due_at > :now)
                        """)
                .param("businessDate", businessDate)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Writes what answers change; how a scan ended before it was asked about again stays until it gets a definite answer.
     * Scans that change alike take one statement: a status answer tells of a hundred, mostly neighbours. Their range is
     * named too, or H2 compares each scan of the night with each of the hundred.
     */
    void update(LocalDate businessDate, List<ScanUpdate> updates) {
        batches.batchUpdate(
                CHANGE + "AND scan_id = :scanId",
                updates.stream()
                        .filter(update -> update.scanIds().size() == 1)
                        .map(update -> parameters(businessDate, update)
                                .addValue("scanId", update.scanIds().get(0)))
                        .toArray(SqlParameterSource[]::new));
        updates.stream()
                .filter(update -> update.scanIds().size() > 1)
                .map(update -> parameters(businessDate, update)
                        .addValue("least", Collections.min(update.scanIds()))
                        .addValue("most", Collections.max(update.scanIds()))
                        .addValue(
                                "scanIds",
                                new SqlArrayValue("bigint", update.scanIds().toArray())))
                .forEach(parameters -> batches.update(
                        CHANGE + "AND scan_id BETWEEN :least AND :most AND scan_id = ANY (:scanIds)", parameters));
    }

    /** Unsettled scans that were asked in this run are left alone from now on; the first look at a report is made. */
    void stopPolling(Part part, Collection<Long> inFlight, boolean attemptsToo) {
        client.sql("""
                        UPDATE scan_item SET queue = 9
                        WHERE business_date = :businessDate AND queue < 9 AND (:bucket < 0 OR bucket = :bucket)
                            AND asked_in_run
                            AND (attempts = 0 AND polls > 0 OR :attemptsToo AND attempts + polls > 0)
                            AND scan_id NOT IN (:inFlight)
                        """)
                .param("businessDate", part.businessDate())
                .param("bucket", part.bucket())
                .param("attemptsToo", attemptsToo)
                .param("inFlight", inFlight.isEmpty() ? List.of(0L) : inFlight)
                .update();
    }

    /** The credentials turned out to be refused: no report was. */
    void takeRejectionsBack(LocalDate businessDate) {
        client.sql("""
                        UPDATE scan_item SET phase = 'REPORT', ending = NULL
                        WHERE business_date = :businessDate AND ending = 'REJECTED' AND selected
                        """).param("businessDate", businessDate).update();
    }

    /** The selected scans of the night that are in the phase. */
    long count(LocalDate businessDate, ScanPhase phase) {
        return client.sql("""
                        SELECT COUNT(*) FROM scan_item
                        WHERE business_date = :businessDate AND selected AND phase = :phase
                        """)
                .param("businessDate", businessDate)
                .param("phase", phase.name())
                .query(Long.class)
                .single();
    }

    private static MapSqlParameterSource parameters(LocalDate businessDate, ScanUpdate update) {
        ScanState state = update.state();
        int queue = state.phase() == ScanPhase.REPORT ? REPORT_QUEUE : STATUS_QUEUE;
        return ItemQueue.place(businessDate, queue, update.dueAt())
                .addValue("phase", state.phase().name())
                .addValue("ending", state.ending().map(Enum::name).orElse(null))
                .addValue("attempts", state.attempts())
                .addValue("polls", state.polls())
                .addValue("present", state.present())
                .addValue("missing", state.missing())
                .addValue("answered", update.answered())
                .addValue("heard", update.heard())
                .addValue("statusSha256", update.statusSha256())
                .addValue("reportSha256", update.reportSha256())
                .addValue("reportStatus", update.reportStatus(), Types.INTEGER)
                .addValue("otherTypes", update.otherTypes(), Types.VARCHAR);
    }

    /** By the places of {@link #DUE}: thousands of rows are read in a night, and a name is looked up in each. */
    private static ScanItem item(ResultSet row, int number) throws SQLException {
        ScanState state = new ScanState(
                ScanPhase.valueOf(row.getString(2)),
                Optional.empty(),
                row.getInt(3),
                row.getInt(4),
                row.getBoolean(5),
                row.getBoolean(6));
        return new ScanItem(row.getLong(1), state);
    }
}
