package io.shelftally.publication.tables;

import io.shelftally.base.text.StoredText;
import io.shelftally.matching.reconciliation.BreakKey;
import io.shelftally.matching.reconciliation.BreakSighting;
import io.shelftally.matching.reconciliation.PlaceReport;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The breaks of a night that several processes derive, on PostgreSQL: each process stores what its scans say, and when all have,
 * statements over all places do what {@link io.shelftally.matching.reconciliation.BreakNight} says of one break:
 *
 * <ol>
 *   <li>of the sightings of a key the one of the largest scan id speaks; it keeps an open break open, or opens one;
 *   <li>what was open before and was not sighted is closed if a scan of its place can tell that it is gone, else left as it is.
 * </ol>
 */
public final class SharedBreaks {

    /**
     * What a reported scan says of its place.
     *
     * @param sightings in it
     */
    public record Told(long scanId, PlaceReport report, List<BreakSighting> sightings) {}

    /** A scan that tells of a break that was open, or of all of its place: then the GTIN is empty. */
    private record Telling(long scanId, String place, String gtin) {}

    private static final String COLUMNS = """
            INSERT INTO break_row (
                export_id, sort_key, place, store_id, section, gtin, product_name, opened_on, last_seen_on,
                closed_on, nights, first_verdict, latest_verdict, previous_opened_on)
            """;

    /** The sort key is that of {@link SortKeys}. */
    private static final String SIGHTED = COLUMNS + """
            SELECT s.export_id,
                convert_to(s.place, 'UTF8') || '\\x00'::BYTEA || convert_to(s.gtin, 'UTF8') || '\\x00'::BYTEA
                    || convert_to(to_char(COALESCE(b.opened_on, :night), 'YYYY-MM-DD'), 'UTF8'),
                s.place, s.store_id, s.section, s.gtin, s.product_name, COALESCE(b.opened_on, :night), :night, NULL,
                COALESCE(b.nights, 0) + 1, COALESCE(b.first_verdict, s.verdict), s.verdict,
                CASE WHEN b.place IS NULL THEN (
                    SELECT MAX(c.opened_on) FROM break_row c JOIN export_version v ON v.export_id = c.export_id
                    WHERE c.place = s.place AND c.gtin = s.gtin AND c.closed_on IS NOT NULL
                        AND v.business_date < :night AND v.state IN ('PUBLISHED', 'PRUNED'))
                ELSE b.previous_opened_on END
            FROM (
                SELECT DISTINCT ON (place, gtin) * FROM share_sighting WHERE export_id = :export
                ORDER BY place, gtin, scan_id DESC) s
            LEFT JOIN break_row b
                ON b.export_id = :previous AND b.closed_on IS NULL AND b.place = s.place AND b.gtin = s.gtin
            WHERE s.opens OR b.place IS NOT NULL
            """;

    private static final String CARRIED = COLUMNS + """
            SELECT CAST(:export AS INTEGER), b.sort_key, b.place, b.store_id, b.section, b.gtin, b.product_name, b.opened_on,
                b.last_seen_on,
                CASE WHEN EXISTS (
                    SELECT 1 FROM share_place t
                    WHERE t.export_id = :export AND t.place = b.place AND t.gtin IN ('', b.gtin))
                THEN :night END,
                b.nights, b.first_verdict, b.latest_verdict, b.previous_opened_on
            FROM break_row b
            WHERE b.export_id = :previous AND b.closed_on IS NULL AND NOT EXISTS (
                SELECT 1 FROM share_sighting s
                WHERE s.export_id = :export AND s.place = b.place AND s.gtin = b.gtin)
            """;

    private final JdbcOperations jdbc;
    private final JdbcClient client;
    private final GuardedTransactions transactions;
    private final BreakRows rows;

    public SharedBreaks(JdbcOperations jdbc, GuardedTransactions transactions, BreakRows rows) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.rows = rows;
    }

    /**
     * Stores what scans say, in one transaction.
     *
     * @param previous the export whose breaks the night goes on with
     */
    public void store(int exportId, Optional<Integer> previous, Collection<Told> told) {
        List<Telling> tellings =
                told.stream().flatMap(one -> tellings(previous, one).stream()).toList();
        List<BreakSighting> sightings =
                told.stream().flatMap(one -> one.sightings().stream()).toList();
        transactions.run(() -> {
            insertTellings(exportId, tellings);
            insertSightings(exportId, sightings);
        });
    }

    /** Writes the breaks of the night when all scans have been stored, in one transaction. */
    public void write(int exportId, Optional<Integer> previous, LocalDate night) {
        transactions.run(() -> {
            List<Telling> others =
                    previous.map(export -> spelledOtherwise(exportId, export)).orElse(List.of());
            insertTellings(exportId, others);
            List.of(SIGHTED, CARRIED)
                    .forEach(statement -> client.sql(statement)
                            .param("export", exportId)
                            .param("previous", previous.orElse(-1))
                            .param("night", night)
                            .update());
        });
    }

    /** Where it cannot tell of all products, it tells of those of its rows; which of them are open is known already. */
    private List<Telling> tellings(Optional<Integer> previous, Told told) {
        PlaceReport report = told.report();
        String place = StoredText.of(report.place());
        if (report.tellsOfAll()) {
            return List.of(new Telling(told.scanId(), place, ""));
        }
        return previous.filter(export -> !report.told().isEmpty()).map(export -> rows.openAt(export, place)).stream()
                .flatMap(List::stream)
                .filter(open -> report.told().contains(open.gtin()))
                .map(open -> new Telling(told.scanId(), place, open.gtin().digits()))
                .toList();
    }

    /** An earlier release spelled places as the lists did; such a break closes, and is opened anew where it is now. */
    private List<Telling> spelledOtherwise(int exportId, int previous) {
        Set<String> found = new TreeSet<>();
        rows.forEachOpen(previous, open -> {
            String now = BreakKey.normal(open.place());
            if (!now.equals(open.place()) && !found.contains(open.place()) && isTold(exportId, now)) {
                found.add(open.place());
            }
        });
        return found.stream().map(place -> new Telling(0, place, "")).toList();
    }

    private boolean isTold(int exportId, String place) {
        return client.sql(
                        "SELECT EXISTS (SELECT 1 FROM share_place WHERE export_id = :export AND place = :place AND gtin = '')")
                .param("export", exportId)
                .param("place", place)
                .query(Boolean.class)
                .single();
    }

    private void insertTellings(int exportId, List<Telling> tellings) {
        jdbc.batchUpdate(
                "INSERT INTO share_place (export_id, place, gtin, scan_id) VALUES (?, ?, ?, ?)",
                tellings,
                Cells.ROWS_PER_BATCH,
                (statement, telling) -> {
                    statement.setInt(1, exportId);
                    statement.setString(2, telling.place());
                    statement.setString(3, telling.gtin());
                    statement.setLong(4, telling.scanId());
                });
    }

    private void insertSightings(int exportId, List<BreakSighting> sightings) {
        jdbc.batchUpdate("""
                INSERT INTO share_sighting (
                    export_id, place, gtin, scan_id, store_id, section, product_name, verdict, opens)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, sightings, Cells.ROWS_PER_BATCH, (statement, seen) -> {
            statement.setInt(1, exportId);
            statement.setString(2, StoredText.of(seen.place()));
            statement.setString(3, seen.gtin().digits());
            statement.setLong(4, seen.scanId());
            statement.setString(5, cell(seen.storeId()));
            statement.setString(6, cell(seen.section()));
            statement.setString(7, cell(seen.productName()));
            statement.setString(8, seen.verdict().name());
            statement.setBoolean(9, seen.opens());
        });
    }

    /** As the columns have it: the empty text is none. */
    private static @Nullable String cell(@Nullable String text) {
        return text == null || text.isEmpty() ? null : StoredText.of(text);
    }
}
