package io.shelftally.night.scans;

import io.shelftally.base.text.StoredText;
import io.shelftally.intake.worklist.ScanEntry;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.night.run.Pieces;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The table scan_item before and after the collection: what a night takes on, and what became of it. */
@Repository
public class ScanNights {

    /** The scans of a night that were asked about, and those of them that were answered. */
    public record Coverage(long asked, long answered) {}

    /** What a night decided about one scan. */
    public record Decision(long scanId, ScanOutcome outcome, boolean carried) {}

    private static final String COLUMNS = """
            (business_date, scan_id, store_id, section, listed, reopened, first_night, nights_waited, nights_asked,
            phase, ending, attempts, polls, asked, present, missing, answered, asked_in_run, queue, due_at, status_sha256,
            report_sha256, outcome, carried)
            """;

    private final JdbcClient client;
    private final NamedParameterJdbcTemplate batches;

    public ScanNights(JdbcClient client, NamedParameterJdbcTemplate batches) {
        this.client = client;
        this.batches = batches;
    }

    /** As for captures: carried over, listed, withdrawn; in the caller's transaction. */
    public void take(LocalDate businessDate, List<ScanEntry> listed, Instant now) {
        client.sql("DELETE FROM scan_item WHERE business_date = :businessDate AND reopened")
                .param("businessDate", businessDate)
                .update();
        carryOver(businessDate, now);
        client.sql("UPDATE scan_item SET listed = FALSE WHERE business_date = :businessDate")
                .param("businessDate", businessDate)
                .update();
        add(businessDate, listed, now);
        client.sql("""
                        DELETE FROM scan_item
                        WHERE business_date = :businessDate AND NOT listed AND first_night = business_date
                        """).param("businessDate", businessDate).update();
    }

    /** As for captures: takes on what is listed, and leaves the others as they are. */
    public void add(LocalDate businessDate, List<ScanEntry> listed, Instant now) {
        Set<Long> known = known(listed);
        SqlParameterSource[] rows =
                rows(businessDate, listed.stream().filter(entry -> known.contains(entry.scanId())), now);
        forgetEnded(businessDate, known);
        batches.batchUpdate("""
                UPDATE scan_item
                SET listed = TRUE, store_id = COALESCE(:storeId, CASE WHEN first_night < business_date THEN store_id END),
                    section = COALESCE(:section, CASE WHEN first_night < business_date THEN section END)
                WHERE business_date = :businessDate AND scan_id = :scanId
                """, rows);
        takeReportedEarlier(rows);
        takeAnew(rows);
        Pieces.of(listed.stream()
                        .filter(entry -> !known.contains(entry.scanId()))
                        .toList())
                .forEach(few -> takeNew(businessDate, few, now));
    }

    /** The scans that the night's work list names. */
    public List<ScanEntry> listed(LocalDate businessDate) {
        return client.sql("""
                        SELECT scan_id, store_id, section FROM scan_item
                        WHERE business_date = :businessDate AND listed ORDER BY scan_id
                        """)
                .param("businessDate", businessDate)
                .query((row, number) ->
                        new ScanEntry(row.getLong("scan_id"), row.getString("store_id"), row.getString("section")))
                .list();
    }

    /** Takes in scans that were reported on earlier nights and that settled captures of this night are linked to. */
    public void reopen(LocalDate businessDate, Instant now) {
        client.sql("INSERT INTO scan_item " + COLUMNS + """
                        SELECT :businessDate, p.scan_id, p.store_id, p.section, FALSE, TRUE, p.first_night, 0,
                            p.nights_asked, p.phase, p.ending, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE, 9, :now,
                            p.status_sha256, p.report_sha256, NULL, FALSE
                        FROM scan_item p
                        WHERE p.ending = 'REPORTED'
                            AND p.business_date = (SELECT MAX(l.business_date) FROM scan_item l
                                WHERE l.scan_id = p.scan_id AND l.business_date <= :businessDate)
                            AND p.business_date < :businessDate
                            AND p.scan_id IN (SELECT c.linked_scan_id FROM capture_item c
                                WHERE c.business_date = :businessDate AND c.ending = 'SETTLED')
                        """)
                .param("businessDate", businessDate)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The night's scans in the order of their ids, a page at a time. */
    public List<ScanOfNight> page(LocalDate businessDate, long afterScanId, int size) {
        return client.sql("""
                        SELECT * FROM scan_item
                        WHERE business_date = :businessDate AND scan_id > :after
                        ORDER BY business_date, scan_id
                        FETCH FIRST :size ROWS ONLY
                        """)
                .param("businessDate", businessDate)
                .param("after", afterScanId)
                .param("size", size)
                .query(ScanOfNight::read)
                .list();
    }

    public long count(LocalDate businessDate) {
        return client.sql("SELECT COUNT(*) FROM scan_item WHERE business_date = :businessDate")
                .param("businessDate", businessDate)
                .query(Long.class)
                .single();
    }

    /** The scan as it stood on its latest night up to this one; empty if no work list ever had it. */
    public Optional<ScanOfNight> latest(LocalDate businessDate, long scanId) {
        return client.sql("""
                        SELECT * FROM scan_item WHERE scan_id = :scanId AND business_date <= :businessDate
                        ORDER BY business_date DESC FETCH FIRST 1 ROWS ONLY
                        """)
                .param("businessDate", businessDate)
                .param("scanId", scanId)
                .query(ScanOfNight::read)
                .optional();
    }

    /** The night's reports are not believed: the next start asks for them again. */
    public void takeReportsBack(LocalDate businessDate) {
        client.sql("""
                        UPDATE scan_item SET phase = 'REPORT', ending = NULL
                        WHERE business_date = :businessDate AND ending = 'REPORTED' AND NOT reopened
                        """).param("businessDate", businessDate).update();
    }

    /** The smallest scan id that the vendor gave the guid to, as far as was known on this night. */
    public Optional<Long> withGuid(LocalDate businessDate, String guid) {
        return client.sql("SELECT MIN(scan_id) FROM scan_guid WHERE guid = :guid AND known_on <= :businessDate")
                .param("guid", GuidKey.of(guid))
                .param("businessDate", businessDate)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    public void decide(LocalDate businessDate, Collection<Decision> decisions) {
        batches.batchUpdate(
                """
                UPDATE scan_item SET outcome = :outcome, carried = :carried
                WHERE business_date = :businessDate AND scan_id = :scanId
                """,
                decisions.stream()
                        .map(decision -> key(businessDate, decision.scanId())
                                .addValue("outcome", decision.outcome().name())
                                .addValue("carried", decision.carried()))
                        .toArray(SqlParameterSource[]::new));
    }

    public Coverage coverage(LocalDate businessDate) {
        return client.sql("""
                        SELECT COUNT(CASE WHEN asked THEN 1 END),
                            COUNT(CASE WHEN asked AND answered THEN 1 END)
                        FROM scan_item WHERE business_date = :businessDate
                        """)
                .param("businessDate", businessDate)
                .query((row, number) -> new Coverage(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** The report types that answers of the night named instead of those that were asked for, and for how many scans. */
    public OtherReports otherReports(LocalDate businessDate) {
        return OtherReports.of(client, businessDate);
    }

    private void carryOver(LocalDate businessDate, Instant now) {
        client.sql("INSERT INTO scan_item " + COLUMNS + """
                        SELECT :businessDate, p.scan_id, p.store_id, p.section, FALSE, FALSE, p.first_night,
                            CASE WHEN p.business_date NOT IN (SELECT business_date FROM published_night)
                                THEN p.nights_waited WHEN p.outcome = 'UNKNOWN_SCAN' THEN p.nights_waited + 1 ELSE 0 END,
                            p.nights_asked,
                            p.phase, p.ending, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE, 9, :now, p.status_sha256,
                            p.report_sha256, NULL, TRUE
                        FROM scan_item p
                        WHERE p.business_date < :businessDate AND NOT p.reopened
                            AND (p.carried OR p.business_date NOT IN (SELECT business_date FROM published_night))
                            AND NOT EXISTS (SELECT 1 FROM scan_item l WHERE l.scan_id = p.scan_id
                                AND l.business_date > p.business_date AND l.business_date <= :businessDate)
                        """)
                .param("businessDate", businessDate)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The listed scans that any night has had: most are new, and need but one statement. */
    private Set<Long> known(List<ScanEntry> listed) {
        return Pieces.of(listed)
                .flatMap(few -> client
                        .sql("SELECT DISTINCT scan_id FROM scan_item WHERE scan_id = ANY (:listed)")
                        .param("listed", array("bigint", few, ScanEntry::scanId))
                        .query(Long.class)
                        .list()
                        .stream())
                .collect(Collectors.toSet());
    }

    /** As for captures: what ended badly on an earlier night that published nothing is asked about as new. */
    private void forgetEnded(LocalDate businessDate, Set<Long> listed) {
        List<Long> ended = client.sql("""
                        SELECT scan_id FROM scan_item
                        WHERE business_date = :businessDate AND NOT asked AND ending <> 'REPORTED'
                        """)
                .param("businessDate", businessDate)
                .query(Long.class)
                .list();
        batches.batchUpdate(
                "DELETE FROM scan_item WHERE business_date = :businessDate AND scan_id = :scanId",
                ended.stream()
                        .filter(listed::contains)
                        .map(scanId -> key(businessDate, scanId))
                        .toArray(SqlParameterSource[]::new));
    }

    private void takeReportedEarlier(SqlParameterSource[] rows) {
        batches.batchUpdate("INSERT INTO scan_item " + COLUMNS + """
                        SELECT :businessDate, p.scan_id, COALESCE(:storeId, p.store_id), COALESCE(:section, p.section),
                            TRUE, FALSE, p.first_night, 0, p.nights_asked, p.phase, p.ending, 0, 0, FALSE, FALSE, FALSE,
                            FALSE, FALSE, 9, :now, p.status_sha256, p.report_sha256, NULL, TRUE
                        FROM scan_item p
                        WHERE p.scan_id = :scanId AND p.ending = 'REPORTED' AND p.business_date =
                            (SELECT MAX(l.business_date) FROM scan_item l
                             WHERE l.scan_id = :scanId AND l.business_date <= :businessDate)
                            AND p.business_date < :businessDate
                        """, rows);
    }

    /** No night has had these: they go in by one statement a piece, in a third of the time. */
    private void takeNew(LocalDate businessDate, List<ScanEntry> entries, Instant now) {
        client.sql("INSERT INTO scan_item " + COLUMNS + """
                        SELECT :businessDate, n.scan_id, n.store_id, n.section, TRUE, FALSE, :businessDate, 0, 0,
                            'STATUS', NULL, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE, 1, :now, NULL, NULL, NULL, TRUE
                        FROM UNNEST(CAST(:scanIds AS BIGINT ARRAY), CAST(:storeIds AS VARCHAR ARRAY),
                            CAST(:sections AS VARCHAR ARRAY)) AS n (scan_id, store_id, section)
                        """)
                .param("businessDate", businessDate)
                .param("scanIds", array("bigint", entries, ScanEntry::scanId))
                .param("storeIds", array("varchar", entries, entry -> StoredText.ofNullable(entry.storeId())))
                .param("sections", array("varchar", entries, entry -> StoredText.ofNullable(entry.section())))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static SqlArrayValue array(String type, List<ScanEntry> entries, Function<ScanEntry, @Nullable Object> of) {
        return new SqlArrayValue(type, entries.stream().map(of).toArray());
    }

    private void takeAnew(SqlParameterSource[] rows) {
        batches.batchUpdate("INSERT INTO scan_item " + COLUMNS + """
                        SELECT :businessDate, :scanId, :storeId, :section, TRUE, FALSE, :businessDate, 0,
                            (SELECT COALESCE(MAX(nights_asked), 0) FROM scan_item
                             WHERE scan_id = :scanId AND business_date < :businessDate),
                            'STATUS', NULL, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE, 1, :now, NULL, NULL, NULL, TRUE
                        WHERE NOT EXISTS (SELECT 1 FROM scan_item
                            WHERE business_date = :businessDate AND scan_id = :scanId)
                        """, rows);
    }

    private static SqlParameterSource[] rows(LocalDate businessDate, Stream<ScanEntry> listed, Instant now) {
        return listed.map(entry -> parameters(businessDate, entry, now)).toArray(SqlParameterSource[]::new);
    }

    private static SqlParameterSource parameters(LocalDate businessDate, ScanEntry entry, Instant now) {
        return key(businessDate, entry.scanId())
                .addValue("storeId", StoredText.ofNullable(entry.storeId()), Types.VARCHAR)
                .addValue("section", StoredText.ofNullable(entry.section()), Types.VARCHAR)
                .addValue("now", now.atOffset(ZoneOffset.UTC));
    }

    private static MapSqlParameterSource key(LocalDate businessDate, long scanId) {
        return new MapSqlParameterSource("businessDate", businessDate).addValue("scanId", scanId);
    }
}
