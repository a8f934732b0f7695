package io.shelftally.night.captures;

import io.shelftally.base.text.StoredText;
import io.shelftally.intake.worklist.CaptureEntry;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.MatchMethod;
import io.shelftally.night.run.Pieces;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The table capture_item before and after the collection: what a night takes on, and what became of it. */
@Repository
public class CaptureNights {

    /** The captures of a night that were called about and not put off unanswered, and those of them that were answered. */
    public record Coverage(long attempted, long answered, long deferred) {}

    /** What a night decided about one capture. */
    public record Decision(String captureId, CaptureOutcome outcome, boolean waits, boolean carried) {}

    private static final String COLUMNS = """
            (business_date, capture_id, scan_id, store_id, listed, first_night, nights_waited, phase, ending, retries,
            lost_retries, attempts, polls, asked, answered, asked_in_run, deferred, queue, due_at, list_order,
            answer_sha256, error_sha256, linked_scan_id, match_method, outcome, waits, carried)
            """;

    private final JdbcClient client;
    private final NamedParameterJdbcTemplate batches;

    public CaptureNights(JdbcClient client, NamedParameterJdbcTemplate batches) {
        this.client = client;
        this.batches = batches;
    }

    /**
     * Brings the night's captures in line with the work list, in the caller's transaction: what earlier nights left open is
     * carried over, what is listed is added, what an earlier start of this night listed and the list no longer has goes.
     */
    public void take(LocalDate businessDate, List<CaptureEntry> listed, Instant now) {
        carryOver(businessDate, now);
        client.sql("UPDATE capture_item SET listed = FALSE WHERE business_date = :businessDate")
                .param("businessDate", businessDate)
                .update();
        add(businessDate, listed, now);
        dropWithdrawn(businessDate);
    }

    /** Takes on what is listed, and leaves the night's other captures as they are; in the caller's transaction. */
    public void add(LocalDate businessDate, List<CaptureEntry> listed, Instant now) {
        SqlParameterSource[] listedRows = parameters(businessDate, listed, now);
        Set<String> known = known(listed);
        SqlParameterSource[] rows = Arrays.stream(listedRows)
                .filter(row -> known.contains(row.getValue("captureId")))
                .toArray(SqlParameterSource[]::new);
        forgetEnded(businessDate, known);
        batches.batchUpdate("""
                UPDATE capture_item
                SET listed = TRUE, scan_id = COALESCE(:scanId, CASE WHEN first_night < business_date THEN scan_id END),
                    store_id = COALESCE(:storeId, CASE WHEN first_night < business_date THEN store_id END)
                WHERE business_date = :businessDate AND capture_id = :captureId
                """, rows);
        takeSettledEarlier(rows);
        takeAnew(rows);
        takeNew(Arrays.stream(listedRows)
                .filter(row -> !known.contains(row.getValue("captureId")))
                .toArray(SqlParameterSource[]::new));
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
        return client.sql("""
                        SELECT * FROM capture_item
                        WHERE business_date = :businessDate AND capture_id > :after
                        ORDER BY business_date, capture_id
                        FETCH FIRST :size ROWS ONLY
                        """)
                .param("businessDate", businessDate)
                .param("after", afterCaptureId)
                .param("size", size)
                .query(CaptureOfNight::read)
                .list();
    }

    public long count(LocalDate businessDate) {
        return client.sql("SELECT COUNT(*) FROM capture_item WHERE business_date = :businessDate")
                .param("businessDate", businessDate)
                .query(Long.class)
                .single();
    }

    /** Writes which scan each capture belongs to; empty for none. */
    public void link(LocalDate businessDate, Map<String, Optional<Long>> scans) {
        batches.batchUpdate(
                """
                UPDATE capture_item SET linked_scan_id = :scanId, match_method = NULL
                WHERE business_date = :businessDate AND capture_id = :captureId
                """,
                scans.entrySet().stream()
                        .map(entry -> key(businessDate, entry.getKey())
                                .addValue("scanId", entry.getValue().orElse(null), Types.BIGINT))
                        .toArray(SqlParameterSource[]::new));
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
                WHERE business_date = :businessDate AND capture_id = :captureId
                """,
                methods.entrySet().stream()
                        .map(entry -> key(businessDate, entry.getKey())
                                .addValue("method", entry.getValue().name()))
                        .toArray(SqlParameterSource[]::new));
    }

    public void decide(LocalDate businessDate, Collection<Decision> decisions) {
        batches.batchUpdate(
                """
                UPDATE capture_item SET outcome = :outcome, waits = :waits, carried = :carried
                WHERE business_date = :businessDate AND capture_id = :captureId
                """,
                decisions.stream()
                        .map(decision -> key(businessDate, decision.captureId())
                                .addValue("outcome", decision.outcome().name())
                                .addValue("waits", decision.waits())
                                .addValue("carried", decision.carried()))
                        .toArray(SqlParameterSource[]::new));
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

    private void carryOver(LocalDate businessDate, Instant now) {
        client.sql("INSERT INTO capture_item " + COLUMNS + """
                        SELECT :businessDate, p.capture_id, p.scan_id, p.store_id, FALSE, p.first_night,
                            CASE WHEN p.business_date NOT IN (SELECT business_date FROM published_night)
                                THEN p.nights_waited WHEN p.waits THEN p.nights_waited + 1 ELSE 0 END,
                            p.phase, p.ending, 0,
                            p.lost_retries, 0, 0, FALSE, FALSE, FALSE, FALSE, 9, :now, p.list_order,
                            p.answer_sha256, p.error_sha256, NULL, NULL, NULL, FALSE, TRUE
                        FROM capture_item p
                        WHERE p.business_date < :businessDate
                            AND (p.carried OR p.business_date NOT IN (SELECT business_date FROM published_night))
                            AND NOT EXISTS (SELECT 1 FROM capture_item l WHERE l.capture_id = p.capture_id
                                AND l.business_date > p.business_date AND l.business_date <= :businessDate)
                        """)
                .param("businessDate", businessDate)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The listed captures that any night has had: most are new, and need but one statement. */
    private Set<String> known(List<CaptureEntry> listed) {
        return Pieces.of(listed.stream().map(CaptureEntry::captureId).toList())
                .flatMap(few -> client
                        .sql("SELECT DISTINCT capture_id FROM capture_item WHERE capture_id = ANY (:few)")
                        .param("few", new SqlArrayValue("varchar", few.toArray()))
                        .query(String.class)
                        .list()
                        .stream())
                .collect(Collectors.toSet());
    }

    /** What ended badly on an earlier night that published nothing is asked about as new if it is listed. */
    private void forgetEnded(LocalDate businessDate, Set<String> listed) {
        List<String> ended = client.sql("""
                        SELECT capture_id FROM capture_item
                        WHERE business_date = :businessDate AND NOT asked AND ending <> 'SETTLED'
                        """)
                .param("businessDate", businessDate)
                .query(String.class)
                .list();
        batches.batchUpdate(
                "DELETE FROM capture_item WHERE business_date = :businessDate AND capture_id = :captureId",
                ended.stream()
                        .filter(listed::contains)
                        .map(captureId -> key(businessDate, captureId))
                        .toArray(SqlParameterSource[]::new));
    }

    /** What was settled on an earlier night, and closed, is taken as it is: its evidence is there. */
    private void takeSettledEarlier(SqlParameterSource[] rows) {
        batches.batchUpdate("INSERT INTO capture_item " + COLUMNS + """
                        SELECT :businessDate, p.capture_id, COALESCE(:scanId, p.scan_id), COALESCE(:storeId, p.store_id),
                            TRUE, p.first_night, 0, p.phase, p.ending, 0, 0, 0, 0, FALSE, FALSE, FALSE, FALSE, 9, :now,
                            :listOrder, p.answer_sha256, NULL, NULL, NULL, NULL, FALSE, TRUE
                        FROM capture_item p
                        WHERE p.capture_id = :captureId AND p.ending = 'SETTLED' AND p.business_date =
                            (SELECT MAX(l.business_date) FROM capture_item l
                             WHERE l.capture_id = :captureId AND l.business_date <= :businessDate)
                            AND p.business_date < :businessDate
                        """, rows);
    }

    /** No night has had these. */
    private void takeNew(SqlParameterSource[] rows) {
        batches.batchUpdate("INSERT INTO capture_item " + COLUMNS + """
                        VALUES (:businessDate, :captureId, :scanId, :storeId, TRUE, :businessDate, 0, 'READ', NULL, 0,
                            0, 0, 0, FALSE, FALSE, FALSE, FALSE, 9, :now, :listOrder,
                            NULL, NULL, NULL, NULL, NULL, FALSE, TRUE)
                        """, rows);
    }

    private void takeAnew(SqlParameterSource[] rows) {
        batches.batchUpdate("INSERT INTO capture_item " + COLUMNS + """
                        SELECT :businessDate, :captureId, :scanId, :storeId, TRUE, :businessDate, 0, 'READ', NULL, 0,
                            0, 0, 0, FALSE, FALSE, FALSE, FALSE, 9, :now, :listOrder,
                            NULL, NULL, NULL, NULL, NULL, FALSE, TRUE
                        WHERE NOT EXISTS (SELECT 1 FROM capture_item
                            WHERE business_date = :businessDate AND capture_id = :captureId)
                        """, rows);
    }

    /** What is not listed stays only if an earlier night has left it to this one. */
    private void dropWithdrawn(LocalDate businessDate) {
        client.sql("""
                        DELETE FROM capture_item t
                        WHERE t.business_date = :businessDate AND NOT t.listed AND NOT EXISTS
                            (SELECT 1 FROM capture_item p
                             WHERE p.capture_id = t.capture_id AND p.business_date =
                                (SELECT MAX(l.business_date) FROM capture_item l
                                 WHERE l.capture_id = t.capture_id AND l.business_date < :businessDate)
                                AND (p.carried OR p.business_date NOT IN (SELECT business_date FROM published_night)))
                        """).param("businessDate", businessDate).update();
    }

    private static SqlParameterSource[] parameters(LocalDate businessDate, List<CaptureEntry> listed, Instant now) {
        List<SqlParameterSource> rows = new ArrayList<>(listed.size());
        long order = businessDate.toEpochDay() * 100_000_000L;
        for (CaptureEntry entry : listed) {
            rows.add(key(businessDate, entry.captureId())
                    .addValue("scanId", entry.scanId(), Types.BIGINT)
                    .addValue("storeId", StoredText.ofNullable(entry.storeId()), Types.VARCHAR)
                    .addValue("now", now.atOffset(ZoneOffset.UTC))
                    .addValue("listOrder", order++));
        }
        return rows.toArray(SqlParameterSource[]::new);
    }

    private static MapSqlParameterSource key(LocalDate businessDate, String captureId) {
        return new MapSqlParameterSource("businessDate", businessDate).addValue("captureId", captureId);
    }
}
