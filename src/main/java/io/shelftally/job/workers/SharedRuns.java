package io.shelftally.job.workers;

import io.shelftally.base.text.StoredText;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.night.run.LeaseLostException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables collection and run_worker: what a run asks of those who take part in it, and what they did. */
@Repository
class SharedRuns {

    private static final int LONGEST_MESSAGE = 2000;

    private final JdbcClient client;

    SharedRuns(JdbcClient client) {
        this.client = client;
    }

    /** The run whose collection is to be worked on; empty if there is none, or it has ended, or was overtaken. */
    Optional<SharedRun> atWork() {
        return client.sql("""
                        SELECT c.business_date, c.token, c.run_id, c.deadline, c.max_retries FROM collection c
                        JOIN run_lease l ON l.token = c.token AND l.business_date = c.business_date AND l.held
                        WHERE c.reason IS NULL
                        """)
                .query((row, number) -> new SharedRun(
                        row.getObject(1, LocalDate.class),
                        row.getLong(2),
                        row.getLong(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getInt(5)))
                .optional();
    }

    /** From now on buckets of the night may be worked on for the run; in the caller's transaction. */
    void begin(SharedRun run) {
        client.sql("DELETE FROM collection WHERE business_date = :businessDate")
                .param("businessDate", run.businessDate())
                .update();
        client.sql("""
                        INSERT INTO collection (business_date, token, run_id, deadline, max_retries)
                        VALUES (:businessDate, :token, :run, :deadline, :retries)
                        """)
                .param("businessDate", run.businessDate())
                .param("token", run.token())
                .param("run", run.runId())
                .param("deadline", run.deadline().atOffset(ZoneOffset.UTC))
                .param("retries", run.maxRetries())
                .update();
    }

    /** No bucket is worked on any more; in the caller's transaction. */
    void end(LocalDate businessDate) {
        client.sql("DELETE FROM collection WHERE business_date = :businessDate")
                .param("businessDate", businessDate)
                .update();
    }

    /** Whether the run has neither ended nor been overtaken. */
    boolean isAtWork(long token) {
        return client.sql("SELECT token FROM run_lease WHERE token = :token AND held")
                .param("token", token)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Throws {@link LeaseLostException} if the run has ended or was overtaken. */
    void require(long token) {
        requireFound(token, client.sql("SELECT token FROM run_lease WHERE token = :token AND held"));
    }

    /** The same, and keeps the run from being overtaken until the transaction ends; several may do so at once, and beats go on. */
    void lock(long token) {
        requireFound(token, client.sql("SELECT token FROM run_lease WHERE token = :token AND held FOR KEY SHARE"));
    }

    private static void requireFound(long token, JdbcClient.StatementSpec question) {
        if (question.param("token", token).query(Long.class).optional().isEmpty()) {
            throw new LeaseLostException("the run that this process worked for has ended or was overtaken");
        }
    }

    /** Lets the run fail, with what a worker met; the first one's words stay. */
    void fail(long token, Optional<Reason> reason, String message) {
        String words = StoredText.of(message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
        client.sql("UPDATE collection SET reason = :reason, message = :message WHERE token = :token AND reason IS NULL")
                .param("reason", reason.map(Enum::name).orElse(""))
                .param("message", words)
                .param("token", token)
                .update();
    }

    /** What lets the run fail; empty if nothing does. */
    Optional<RuntimeException> trouble(long token) {
        return client.sql("SELECT reason, message FROM collection WHERE token = :token AND reason IS NOT NULL")
                .param("token", token)
                .query((row, number) -> row.getString(1).isEmpty()
                        ? new IllegalStateException(row.getString(2))
                        : (RuntimeException) new VendorException(Reason.valueOf(row.getString(1)), row.getString(2)))
                .optional();
    }

    /**
     * Notes what a process did in a slice that ends now; several of its slices may end at the same moment. Its times are those of its
     * slices of the collection, where it had any.
     */
    void worked(RunSlice slice) {
        OffsetDateTime now = client.sql("SELECT CURRENT_TIMESTAMP")
                .query(OffsetDateTime.class)
                .single();
        client.sql("""
                        INSERT INTO run_worker AS known (
                            business_date, run_id, worker, host, from_at, to_at, slices, items, derived)
                        VALUES (:businessDate, :run, :worker, :host, :from, :now, :slices, :items, :derived)
                        ON CONFLICT (run_id, worker) DO UPDATE
                        SET to_at = CASE WHEN EXCLUDED.slices > 0 OR known.slices = 0 THEN EXCLUDED.to_at ELSE known.to_at END,
                            slices = known.slices + EXCLUDED.slices, items = known.items + EXCLUDED.items,
                            derived = known.derived + EXCLUDED.derived
                        """)
                .param("businessDate", slice.businessDate())
                .param("run", slice.runId())
                .param("worker", slice.worker())
                .param("host", slice.host())
                .param("from", now.minus(slice.took()))
                .param("now", now)
                .param("slices", slice.slices())
                .param("items", slice.items())
                .param("derived", slice.derived())
                .update();
    }
}
