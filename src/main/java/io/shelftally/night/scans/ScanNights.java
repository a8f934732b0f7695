package io.shelftally.night.scans;

import io.shelftally.intake.worklist.ScanEntry;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.night.items.ItemPages;
import io.shelftally.night.items.ItemTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table scan_item before and after the collection: what a night takes on, and what became of it. */
@Repository
public class ScanNights {

    /** The scans of a night that were asked about, and those of them that were answered. */
    public record Coverage(long asked, long answered) {}

    /** What a night decided about one scan. */
    public record Decision(long scanId, ScanOutcome outcome, boolean carried) {}

    private final JdbcClient client;
    private final NamedParameterJdbcTemplate batches;
    private final ListedScans listed;
    private final ItemPages<Long, ScanOfNight> pages;

    public ScanNights(JdbcClient client, NamedParameterJdbcTemplate batches) {
        this.client = client;
        this.batches = batches;
        this.listed = new ListedScans(client, batches);
        this.pages = new ItemPages<>(client, ItemTable.SCANS, ScanOfNight::read);
    }

    /**
     * Brings the night's scans in line with the work list, in the caller's transaction: what earlier nights left open is
     * carried over, what is listed is added, what an earlier start of this night listed and the list no longer has goes.
     */
    public void take(LocalDate businessDate, List<ScanEntry> entries, Instant now) {
        listed.dropReopened(businessDate);
        listed.take(businessDate, entries, now);
    }

    /** Takes on what is listed, and leaves the night's other scans as they are; in the caller's transaction. */
    public void add(LocalDate businessDate, List<ScanEntry> entries, Instant now) {
        listed.add(businessDate, entries, now);
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
        listed.reopen(businessDate, now);
    }

    /** The night's scans in the order of their ids, a page at a time. */
    public List<ScanOfNight> page(LocalDate businessDate, long afterScanId, int size) {
        return pages.page(businessDate, afterScanId, size);
    }

    /** The last scan of each so many scans of the night, in the order of their ids; behind the last of these there may be a few more. */
    public List<Long> everyFew(LocalDate businessDate, long few) {
        return client.sql("""
                        SELECT scan_id FROM (
                            SELECT scan_id, ROW_NUMBER() OVER (ORDER BY scan_id) AS place FROM scan_item
                            WHERE business_date = :businessDate) numbered
                        WHERE MOD(place, :few) = 0 ORDER BY scan_id
                        """)
                .param("businessDate", businessDate)
                .param("few", few)
                .query(Long.class)
                .list();
    }

    /** The largest id; 0 if the night has no scan. */
    public long last(LocalDate businessDate) {
        return client.sql("SELECT COALESCE(MAX(scan_id), 0) FROM scan_item WHERE business_date = :businessDate")
                .param("businessDate", businessDate)
                .query(Long.class)
                .single();
    }

    public long count(LocalDate businessDate) {
        return pages.count(businessDate);
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
                WHERE business_date = :businessDate AND scan_id = :id
                """,
                ItemTable.batch(decisions.stream()
                        .map(decision -> ItemTable.key(businessDate, decision.scanId())
                                .addValue("outcome", decision.outcome().name())
                                .addValue("carried", decision.carried()))));
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
}
