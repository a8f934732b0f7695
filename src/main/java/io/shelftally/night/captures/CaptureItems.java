package io.shelftally.night.captures;

import io.shelftally.night.items.ItemQueue;
import io.shelftally.night.items.ItemTable;
import io.shelftally.night.items.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table capture_item while captures are collected: one row a capture and night, which is its checkpoint. What waits is
 * told by its {@link ItemQueue}; what an answer changes, and what is left alone, is a matter of retries and quota.
 */
@Repository
class CaptureItems {

    /** The queue that an unsettled capture begins a run in. */
    private static final String FIRST_QUEUE = """
            CASE WHEN phase <> 'READ' THEN 0 WHEN answered THEN 4 WHEN asked THEN 3 WHEN scan_id IN
            (SELECT s.scan_id FROM scan_item s WHERE s.business_date = :businessDate) THEN 1 ELSE 2 END""";

    private static final String DUE = """
            SELECT capture_id, phase, retries, lost_retries, attempts, polls, answer_sha256
            FROM capture_item
            WHERE business_date = :businessDate AND queue = :queue AND due_at <= :now
                AND (:bucket < 0 OR bucket = :bucket)
            ORDER BY business_date, queue, due_at, list_order
            FETCH FIRST :most ROWS ONLY
            """;

    private final JdbcClient client;
    private final NamedParameterJdbcTemplate batches;
    private final ItemQueue<CaptureItem> queue;

    CaptureItems(JdbcClient client, NamedParameterJdbcTemplate batches) {
        this.client = client;
        this.batches = batches;
        this.queue = new ItemQueue<>(client, ItemTable.CAPTURES, DUE, CaptureItems::item);
    }

    ItemQueue<CaptureItem> queue() {
        return queue;
    }

    /**
     * Makes every selected capture of the night that is unsettled due now, and leaves the others alone. A retry whose intent
     * is on record may have been sent by a run that died, so it counts as lost.
     */
    void wake(LocalDate businessDate, Instant now) {
        queue.leaveUnselected(businessDate);
        client.sql("UPDATE capture_item SET queue = " + FIRST_QUEUE + """
                            , phase = CASE WHEN phase = 'RETRY' THEN 'LOST_RETRY' ELSE phase END,
                            due_at = :now, asked_in_run = FALSE, answered_in_run = FALSE, attempts = 0, polls = 0
                        WHERE business_date = :businessDate AND phase <> 'DONE' AND selected
                        """)
                .param("businessDate", businessDate)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Retries whose intent is on record count as lost: whoever had the bucket before may have sent them, and was lost itself. */
    void loseRetries(Part part) {
        client.sql("""
                        UPDATE capture_item SET phase = 'LOST_RETRY'
                        WHERE business_date = :businessDate AND bucket = :bucket AND queue < 9 AND phase = 'RETRY'
                        """)
                .param("businessDate", part.businessDate())
                .param("bucket", part.bucket())
                .update();
    }

    /** The selected captures of the night that are unsettled in the order in which a run that starts now begins them. */
    void forEachOpen(LocalDate businessDate, Consumer<OpenCapture> captures) {
        client.sql("SELECT phase, retries, answered, deferred, answer_sha256, " + FIRST_QUEUE + """
                         AS first_queue
                        FROM capture_item WHERE business_date = :businessDate AND phase <> 'DONE' AND selected
                        ORDER BY first_queue, list_order
                        """)
                .param("businessDate", businessDate)
                .query(row -> {
                    captures.accept(new OpenCapture(
                            CapturePhase.valueOf(row.getString("phase")),
                            row.getInt("retries"),
                            row.getBoolean("answered") && !row.getBoolean("deferred"),
                            Optional.ofNullable(row.getString("answer_sha256"))));
                });
    }

    /** Of the captures that the nights of a span of time got answers about, the share that failed; empty if none did. */
    OptionalDouble failedShare(LocalDate from, LocalDate before) {
        long[] counts = client.sql("""
                        SELECT COUNT(*), COUNT(CASE WHEN retries + retries_before > 0 OR ending = 'UNRESOLVED' THEN 1 END)
                        FROM capture_item
                        WHERE business_date >= :from AND business_date < :before AND asked AND answered
                        """)
                .param("from", from)
                .param("before", before)
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
        return counts[0] == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) counts[1] / counts[0]);
    }

    /** Writes what answers change; how a capture ended before it was asked again stays until it gets a definite answer. */
    void update(LocalDate businessDate, List<CaptureUpdate> updates) {
        batches.batchUpdate(
                """
                UPDATE capture_item
                SET phase = :phase, ending = COALESCE(:ending, CASE WHEN :answered THEN NULL ELSE ending END), retries = :retries, lost_retries = :lostRetries,
                    attempts = :attempts, polls = :polls, asked = TRUE, asked_in_run = TRUE, deferred = FALSE,
                    answered = answered OR :answered, answered_in_run = answered_in_run OR :answered,
                    queue = CASE WHEN answered AND :queue = 3 THEN 4 ELSE :queue END, due_at = COALESCE(:dueAt, due_at),
                    answer_sha256 = COALESCE(:answerSha256, answer_sha256),
                    error_sha256 = COALESCE(:errorSha256, CASE WHEN :answered AND (phase <> 'REFUSED' OR COALESCE(:ending, '') <> 'REJECTED')
                        THEN NULL ELSE error_sha256 END)
                WHERE business_date = :businessDate AND capture_id = :captureId
                """,
                updates.stream().map(update -> parameters(businessDate, update)).toArray(SqlParameterSource[]::new));
    }

    /** Unsettled captures that were asked in this run are left alone from now on; a recorded retry is still sent. */
    void stopPolling(Part part, boolean attemptsToo) {
        client.sql("""
                        UPDATE capture_item SET queue = 9
                        WHERE business_date = :businessDate AND queue < 9 AND (:bucket < 0 OR bucket = :bucket)
                            AND asked_in_run
                            AND (:attemptsToo
                                OR attempts = 0 AND phase NOT IN ('RETRY', 'LOST_RETRY', 'CONFLICT', 'REFUSED'))
                        """)
                .param("businessDate", part.businessDate())
                .param("bucket", part.bucket())
                .param("attemptsToo", attemptsToo)
                .update();
    }

    /** The quota is spent: what got no answer tonight, or was about to be retried, is deferred; the rest stays as it is. */
    void stopCalling(Part part, Collection<String> inFlight) {
        client.sql("""
                        UPDATE capture_item
                        SET queue = 9,
                            deferred = (deferred OR phase = 'RETRY' OR NOT answered),
                            phase = CASE WHEN phase = 'RETRY' THEN 'READ' ELSE phase END
                        WHERE business_date = :businessDate AND queue < 9 AND (:bucket < 0 OR bucket = :bucket)
                            AND capture_id NOT IN (:inFlight)
                        """)
                .param("businessDate", part.businessDate())
                .param("bucket", part.bucket())
                .param("inFlight", inFlight.isEmpty() ? List.of("") : inFlight)
                .update();
    }

    /** The credentials turned out to be refused: no capture was. */
    void takeRejectionsBack(LocalDate businessDate) {
        client.sql("""
                        UPDATE capture_item SET phase = 'READ', ending = NULL, answered = FALSE, error_sha256 = NULL
                        WHERE business_date = :businessDate AND ending = 'REJECTED' AND selected
                        """).param("businessDate", businessDate).update();
    }

    /** The captures whose retry is on record or is being followed up. */
    long countFollowUps(LocalDate businessDate) {
        return client.sql("SELECT COUNT(*) FROM capture_item WHERE business_date = :businessDate AND queue = :queue")
                .param("businessDate", businessDate)
                .param("queue", CaptureQueue.FOLLOW_UP)
                .query(Long.class)
                .single();
    }

    private static SqlParameterSource parameters(LocalDate businessDate, CaptureUpdate update) {
        CaptureState state = update.state();
        return ItemQueue.place(businessDate, update.queue(), update.dueAt())
                .addValue("captureId", update.captureId())
                .addValue("phase", state.phase().name())
                .addValue("ending", state.ending().map(Enum::name).orElse(null))
                .addValue("retries", state.retries())
                .addValue("lostRetries", state.lostRetries())
                .addValue("attempts", state.attempts())
                .addValue("polls", state.polls())
                .addValue("answered", update.answered())
                .addValue("answerSha256", update.answerSha256())
                .addValue("errorSha256", update.errorSha256());
    }

    private static CaptureItem item(ResultSet row, int number) throws SQLException {
        CaptureState state = new CaptureState(
                CapturePhase.valueOf(row.getString("phase")),
                Optional.empty(),
                row.getInt("retries"),
                row.getInt("lost_retries"),
                row.getInt("attempts"),
                row.getInt("polls"));
        return new CaptureItem(row.getString("capture_id"), state, Optional.ofNullable(row.getString("answer_sha256")));
    }
}
