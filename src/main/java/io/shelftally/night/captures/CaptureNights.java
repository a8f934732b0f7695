package io.shelftally.night.captures;

import io.shelftally.intake.worklist.CaptureEntry;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.MatchMethod;
import io.shelftally.night.items.ItemPages;
import io.shelftally.night.items.ItemTable;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table capture_item before and after the collection: what a night takes on, and what became of it. */
@Repository
public class CaptureNights {

    /** The captures of a night that were called about and not put off unanswered, and those of them that were answered. */
    public record Coverage(long attempted, long answered, long deferred) {}

    /** What a night decided about one capture. */
    public record Decision(String captureId, CaptureOutcome outcome, boolean waits, boolean carried) {}

    private final JdbcClient client;
    private final NamedParameterJdbcTemplate batches;
    private final ListedCaptures listed;
    private final ItemPages<String, CaptureOfNight> pages;

    public CaptureNights(JdbcClient client, NamedParameterJdbcTemplate batches) {
        this.client = client;
        this.batches = batches;
        this.listed = new ListedCaptures(client, batches);
        this.pages = new ItemPages<>(client, ItemTable.CAPTURES, CaptureOfNight::read);
    }

    /**
     * Brings the night's captures in line with the work list, in the caller's transaction: what earlier nights left open is
     * carried over, what is listed is added, what an earlier start of this night listed and the list no longer has goes.
     */
    public void take(LocalDate businessDate, List<CaptureEntry> entries, Instant now) {
        listed.take(businessDate, ListedCaptures.lines(entries), now);
    }

    /** Takes on what is listed, and leaves the night's other captures as they are; in the caller's transaction. */
    public void add(LocalDate businessDate, List<CaptureEntry> entries, Instant now) {
        listed.add(businessDate, ListedCaptures.lines(entries), now);
    }

    /** The captures that the night's work list names, in its order. */
    public List<CaptureEntry> listed(LocalDate businessDate) {
        return client.sql("""
                        SELECT capture_id, scan_id, store_id FROM capture_item
                        WHERE business_date = :businessDate AND listed ORDER BY list_order, capture_id
                        """)
                .param("businessDate", businessDate)
                .query((row, number) -> new CaptureEntry(
                        row.getString("capture_id"), row.getObject("scan_id", Long.class), row.getString("store_id")))
                .list();
    }

    /** The night's captures in the order of their ids, a page at a time. */
    public List<CaptureOfNight> page(LocalDate businessDate, String afterCaptureId, int size) {
        return pages.page(businessDate, afterCaptureId, size);
    }

    public long count(LocalDate businessDate) {
        return pages.count(businessDate);
    }

    /** Writes which scan each capture belongs to; empty for none. */
    public void link(LocalDate businessDate, Map<String, Optional<Long>> scans) {
        batches.batchUpdate(
                """
                UPDATE capture_item SET linked_scan_id = :scanId, match_method = NULL
                WHERE business_date = :businessDate AND capture_id = :id
                """,
                ItemTable.batch(scans.entrySet().stream()
                        .map(entry -> ItemTable.key(businessDate, entry.getKey())
                                .addValue("scanId", entry.getValue().orElse(null), Types.BIGINT))));
    }

    /**
     * The settled captures, of this night and earlier ones, that are linked to scans of the range, as their latest night has
     * them; sorted by scan and id.
     */
    public List<LinkedCapture> settled(LocalDate businessDate, long fromScanId, long toScanId) {
        return client.sql("""
                        SELECT c.linked_scan_id, c.capture_id, c.answer_sha256 FROM capture_item c
                        WHERE c.linked_scan_id BETWEEN :from AND :to AND c.business_date <= :businessDate
                            AND c.ending = 'SETTLED'
                            AND NOT EXISTS (SELECT 1 FROM capture_item l WHERE l.capture_id = c.capture_id
                                AND l.business_date > c.business_date AND l.business_date <= :businessDate)
                        ORDER BY c.linked_scan_id, c.capture_id
                        """)
                .param("businessDate", businessDate)
                .param("from", fromScanId)
                .param("to", toScanId)
                .query((row, number) -> new LinkedCapture(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The nights that were published from the first one on which a capture named the scan until before this one. */
    public int nightsNamed(LocalDate businessDate, long scanId) {
        return client.sql("""
                        SELECT COUNT(*) FROM published_night
                        WHERE business_date < :businessDate AND business_date >=
                            (SELECT MIN(c.business_date) FROM capture_item c WHERE c.linked_scan_id = :scanId)
                        """)
                .param("businessDate", businessDate)
                .param("scanId", scanId)
                .query(Integer.class)
                .single();
    }

    public void matched(LocalDate businessDate, Map<String, MatchMethod> methods) {
        batches.batchUpdate(
                """
                UPDATE capture_item SET match_method = :method
                WHERE business_date = :businessDate AND capture_id = :id
                """,
                ItemTable.batch(methods.entrySet().stream()
                        .map(entry -> ItemTable.key(businessDate, entry.getKey())
                                .addValue("method", entry.getValue().name()))));
    }

    public void decide(LocalDate businessDate, Collection<Decision> decisions) {
        batches.batchUpdate(
                """
                UPDATE capture_item SET outcome = :outcome, waits = :waits, carried = :carried
                WHERE business_date = :businessDate AND capture_id = :id
                """,
                ItemTable.batch(decisions.stream()
                        .map(decision -> ItemTable.key(businessDate, decision.captureId())
                                .addValue("outcome", decision.outcome().name())
                                .addValue("waits", decision.waits())
                                .addValue("carried", decision.carried()))));
    }

    public Coverage coverage(LocalDate businessDate) {
        return client.sql("""
                        SELECT COUNT(CASE WHEN asked AND (answered OR NOT deferred) THEN 1 END),
                            COUNT(CASE WHEN answered THEN 1 END),
                            COUNT(CASE WHEN deferred THEN 1 END)
                        FROM capture_item WHERE business_date = :businessDate
                        """)
                .param("businessDate", businessDate)
                .query((row, number) -> new Coverage(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }
}
