package io.shelftally.night.scans;

import io.shelftally.base.text.StoredText;
import io.shelftally.intake.worklist.ScanEntry;
import io.shelftally.night.items.ItemTable;
import io.shelftally.night.items.ListedItems;
import io.shelftally.night.run.Pieces;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The scans that a night takes on: those of its list, and those that late captures make it look at again. */
final class ListedScans extends ListedItems<Long, ScanEntry> {

    private static final String COLUMNS = """
            (business_date, scan_id, store_id, section, listed, reopened, first_night, nights_waited, nights_asked,
            phase, ending, attempts, polls, asked, present, missing, answered, asked_in_run, queue, due_at, status_sha256,
            report_sha256, outcome, carried)
            """;

    private static final String CARRY_OVER = "INSERT INTO scan_item " + COLUMNS + """
            SELECT :businessDate, p.scan_id, p.store_id, p.section, FALSE, FALSE, p.first_night,
                CASE WHEN p.business_date NOT IN (SELECT business_date FROM published_night)
                    THEN p.nights_waited WHEN p.outcome = 'UNKNOWN_SCAN' THEN p.nights_waited + 1 ELSE 0 END,
                p.nights_asked,
                p.phase, p.ending, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE, 9, :now, p.status_sha256,
                p.report_sha256, NULL, TRUE
            FROM scan_item p
            WHERE p.business_date < :businessDate AND NOT p.reopened
                AND (p.carried OR p.business_date = ANY (:unpublished))
                AND NOT EXISTS (SELECT 1 FROM scan_item l WHERE l.scan_id = p.scan_id
                    AND l.business_date > p.business_date AND l.business_date <= :businessDate)
            """;

    private static final String UPDATE = """
            UPDATE scan_item
            SET listed = TRUE, store_id = COALESCE(:storeId, CASE WHEN first_night < business_date THEN store_id END),
                section = COALESCE(:section, CASE WHEN first_night < business_date THEN section END)
            WHERE business_date = :businessDate AND scan_id = :id
            """;

    private static final String TAKE_REPORTED = "INSERT INTO scan_item " + COLUMNS + """
            SELECT :businessDate, p.scan_id, COALESCE(:storeId, p.store_id), COALESCE(:section, p.section),
                TRUE, FALSE, p.first_night, 0, p.nights_asked, p.phase, p.ending, 0, 0, FALSE, FALSE, FALSE,
                FALSE, FALSE, 9, :now, p.status_sha256, p.report_sha256, NULL, TRUE
            FROM scan_item p
            WHERE p.scan_id = :id AND p.ending = 'REPORTED' AND p.business_date =
                (SELECT MAX(l.business_date) FROM scan_item l
                 WHERE l.scan_id = :id AND l.business_date <= :businessDate)
                AND p.business_date < :businessDate
            """;

    private static final String TAKE_ANEW = "INSERT INTO scan_item " + COLUMNS + """
            SELECT :businessDate, :id, :storeId, :section, TRUE, FALSE, :businessDate, 0,
                (SELECT COALESCE(MAX(nights_asked), 0) FROM scan_item
                 WHERE scan_id = :id AND business_date < :businessDate),
                'STATUS', NULL, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE, 1, :now, NULL, NULL, NULL, TRUE
            WHERE NOT EXISTS (SELECT 1 FROM scan_item WHERE business_date = :businessDate AND scan_id = :id)
            """;

    private static final String TAKE_NEW = "INSERT INTO scan_item " + COLUMNS + """
            SELECT :businessDate, n.scan_id, n.store_id, n.section, TRUE, FALSE, :businessDate, 0, 0,
                'STATUS', NULL, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE, 1, :now, NULL, NULL, NULL, TRUE
            FROM UNNEST(CAST(:scanIds AS BIGINT ARRAY), CAST(:storeIds AS VARCHAR ARRAY),
                CAST(:sections AS VARCHAR ARRAY)) AS n (scan_id, store_id, section)
            """;

    private static final String DROP_WITHDRAWN = """
            DELETE FROM scan_item
            WHERE business_date = :businessDate AND NOT listed AND first_night = business_date
            """;

    private static final String REOPEN = "INSERT INTO scan_item " + COLUMNS + """
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
            """;

    private static final Statements STATEMENTS =
            new Statements(CARRY_OVER, UPDATE, TAKE_REPORTED, TAKE_ANEW, DROP_WITHDRAWN, ScanEnding.REPORTED.name());

    private final JdbcClient client;

    ListedScans(JdbcClient client, NamedParameterJdbcTemplate batches) {
        super(client, batches, ItemTable.SCANS, STATEMENTS);
        this.client = client;
    }

    /** Takes in scans that were reported on earlier nights and that settled captures of this night are linked to. */
    void reopen(LocalDate businessDate, Instant now) {
        client.sql(REOPEN)
                .param("businessDate", businessDate)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** They come again when captures are linked. */
    void dropReopened(LocalDate businessDate) {
        client.sql("DELETE FROM scan_item WHERE business_date = :businessDate AND reopened")
                .param("businessDate", businessDate)
                .update();
    }

    @Override
    protected Long id(ScanEntry entry) {
        return entry.scanId();
    }

    @Override
    protected MapSqlParameterSource row(LocalDate businessDate, ScanEntry entry, Instant now) {
        return ItemTable.key(businessDate, entry.scanId())
                .addValue("storeId", StoredText.ofNullable(entry.storeId()), Types.VARCHAR)
                .addValue("section", StoredText.ofNullable(entry.section()), Types.VARCHAR)
                .addValue("now", now.atOffset(ZoneOffset.UTC));
    }

    /** By one statement a piece, in a third of the time of one a scan. */
    @Override
    protected void takeNew(LocalDate businessDate, List<ScanEntry> entries, Instant now) {
        Pieces.of(entries)
                .forEach(few -> client.sql(TAKE_NEW)
                        .param("businessDate", businessDate)
                        .param("scanIds", array("bigint", few, ScanEntry::scanId))
                        .param("storeIds", array("varchar", few, entry -> StoredText.ofNullable(entry.storeId())))
                        .param("sections", array("varchar", few, entry -> StoredText.ofNullable(entry.section())))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update());
    }

    private static SqlArrayValue array(String type, List<ScanEntry> entries, Function<ScanEntry, @Nullable Object> of) {
        return new SqlArrayValue(type, entries.stream().map(of).toArray());
    }
}
