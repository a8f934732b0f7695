package io.shelftally.night.captures;

import io.shelftally.base.text.StoredText;
import io.shelftally.intake.worklist.CaptureEntry;
import io.shelftally.night.items.ItemTable;
import io.shelftally.night.items.ListedItems;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The captures that a night takes on. */
final class ListedCaptures extends ListedItems<String, ListedCaptures.Line> {

    /** A line of the list, and its place in it. */
    record Line(CaptureEntry entry, int number) {}

    private static final String COLUMNS = """
            (business_date, capture_id, scan_id, store_id, listed, first_night, nights_waited, phase, ending, retries,
            lost_retries, attempts, polls, asked, answered, asked_in_run, deferred, queue, due_at, list_order,
            answer_sha256, error_sha256, linked_scan_id, match_method, outcome, waits, carried)
            """;

    private static final String CARRY_OVER = "INSERT INTO capture_item " + COLUMNS + """
            SELECT :businessDate, p.capture_id, p.scan_id, p.store_id, FALSE, p.first_night,
                CASE WHEN p.business_date NOT IN (SELECT business_date FROM published_night)
                    THEN p.nights_waited WHEN p.waits THEN p.nights_waited + 1 ELSE 0 END,
                p.phase, p.ending, 0,
                p.lost_retries, 0, 0, FALSE, FALSE, FALSE, FALSE, 9, :now, p.list_order,
                p.answer_sha256, p.error_sha256, NULL, NULL, NULL, FALSE, TRUE
            FROM capture_item p
            WHERE p.business_date < :businessDate
                AND (p.carried OR p.business_date = ANY (:unpublished))
                AND NOT EXISTS (SELECT 1 FROM capture_item l WHERE l.capture_id = p.capture_id
                    AND l.business_date > p.business_date AND l.business_date <= :businessDate)
            """;

    private static final String UPDATE = """
            UPDATE capture_item
            SET listed = TRUE, scan_id = COALESCE(:scanId, CASE WHEN first_night < business_date THEN scan_id END),
                store_id = COALESCE(:storeId, CASE WHEN first_night < business_date THEN store_id END)
            WHERE business_date = :businessDate AND capture_id = :id
            """;

    private static final String TAKE_SETTLED = "INSERT INTO capture_item " + COLUMNS + """
            SELECT :businessDate, p.capture_id, COALESCE(:scanId, p.scan_id), COALESCE(:storeId, p.store_id),
                TRUE, p.first_night, 0, p.phase, p.ending, 0, 0, 0, 0, FALSE, FALSE, FALSE, FALSE, 9, :now,
                :listOrder, p.answer_sha256, NULL, NULL, NULL, NULL, FALSE, TRUE
            FROM capture_item p
            WHERE p.capture_id = :id AND p.ending = 'SETTLED' AND p.business_date =
                (SELECT MAX(l.business_date) FROM capture_item l
                 WHERE l.capture_id = :id AND l.business_date <= :businessDate)
                AND p.business_date < :businessDate
            """;

    private static final String NEW_ROW = """
            :businessDate, :id, :scanId, :storeId, TRUE, :businessDate, 0, 'READ', NULL, 0,
                0, 0, 0, FALSE, FALSE, FALSE, FALSE, 9, :now, :listOrder,
                NULL, NULL, NULL, NULL, NULL, FALSE, TRUE""";

    private static final String TAKE_ANEW = "INSERT INTO capture_item " + COLUMNS + "SELECT " + NEW_ROW + """
             WHERE NOT EXISTS (SELECT 1 FROM capture_item WHERE business_date = :businessDate AND capture_id = :id)
            """;

    private static final String TAKE_NEW = "INSERT INTO capture_item " + COLUMNS + "VALUES (" + NEW_ROW + ")";

    /** What is not listed stays only if an earlier night has left it to this one. */
    private static final String DROP_WITHDRAWN = """
            DELETE FROM capture_item t
            WHERE t.business_date = :businessDate AND NOT t.listed AND NOT EXISTS
                (SELECT 1 FROM capture_item p
                 WHERE p.capture_id = t.capture_id AND p.business_date =
                    (SELECT MAX(l.business_date) FROM capture_item l
                     WHERE l.capture_id = t.capture_id AND l.business_date < :businessDate)
                    AND (p.carried OR p.business_date NOT IN (SELECT business_date FROM published_night)))
            """;

    private static final Statements STATEMENTS =
            new Statements(CARRY_OVER, UPDATE, TAKE_SETTLED, TAKE_ANEW, DROP_WITHDRAWN, CaptureEnding.SETTLED.name());

    private final NamedParameterJdbcTemplate batches;

    ListedCaptures(JdbcClient client, NamedParameterJdbcTemplate batches) {
        super(client, batches, ItemTable.CAPTURES, STATEMENTS);
        this.batches = batches;
    }

    static List<Line> lines(List<CaptureEntry> listed) {
        return IntStream.range(0, listed.size())
                .mapToObj(number -> new Line(listed.get(number), number))
                .toList();
    }

    @Override
    protected String id(Line line) {
        return line.entry().captureId();
    }

    @Override
    protected MapSqlParameterSource row(LocalDate businessDate, Line line, Instant now) {
        return ItemTable.key(businessDate, id(line))
                .addValue("scanId", line.entry().scanId(), Types.BIGINT)
                .addValue("storeId", StoredText.ofNullable(line.entry().storeId()), Types.VARCHAR)
                .addValue("now", now.atOffset(ZoneOffset.UTC))
                .addValue("listOrder", businessDate.toEpochDay() * 100_000_000L + line.number());
    }

    @Override
    protected void takeNew(LocalDate businessDate, List<Line> lines, Instant now) {
        batches.batchUpdate(TAKE_NEW, ItemTable.batch(lines.stream().map(line -> row(businessDate, line, now))));
    }
}
