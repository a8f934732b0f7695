package io.shelftally.publication.tables;

import static io.shelftally.publication.tables.StoredCells.date;
import static io.shelftally.publication.tables.StoredCells.value;

import io.shelftally.base.text.StoredText;
import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.Break;
import io.shelftally.matching.reconciliation.BreakKey;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.results.Datasets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * The table behind breaks, and the memory of the job: a night's export holds every break that is open at its end and
 * those that it closed, and the next night starts from there.
 */
public final class BreakRows extends VersionRows<Break> {

    private static final Cells<Break> CELLS = Cells.of(Datasets.BREAKS, Set.of());

    private static final String INSERT = """
            INSERT INTO break_row (
                export_id, sort_key, place, store_id, section, gtin, product_name, opened_on, last_seen_on,
                closed_on, nights, first_verdict, latest_verdict, previous_opened_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PAGE = """
            SELECT * FROM break_row
            WHERE export_id = :export AND sort_key > :after
            ORDER BY export_id, sort_key FETCH FIRST 1000 ROWS ONLY
            """;

    private static final String PAGE_OF_OPEN = """
            SELECT * FROM break_row
            WHERE export_id = :export AND sort_key > :after AND closed_on IS NULL
            ORDER BY export_id, sort_key FETCH FIRST 1000 ROWS ONLY
            """;

    private static final String OPEN_BETWEEN = """
            SELECT * FROM break_row
            WHERE export_id = :export AND sort_key >= :from AND sort_key < :to AND closed_on IS NULL
            """;

    private static final String LATEST_CLOSED = """
            SELECT item.place, item.gtin, MAX(item.opened_on) AS opened_on
            FROM UNNEST(CAST(:places AS VARCHAR ARRAY), CAST(:gtins AS VARCHAR ARRAY)) AS wanted (place, gtin)
            JOIN break_row item ON item.place = wanted.place AND item.gtin = wanted.gtin
            JOIN export_version version ON version.export_id = item.export_id
            WHERE item.closed_on IS NOT NULL AND version.business_date < :before AND version.state IN ('PUBLISHED', 'PRUNED')
            GROUP BY item.place, item.gtin
            """;

    private final JdbcOperations jdbc;
    private final GuardedTransactions transactions;

    public BreakRows(JdbcOperations jdbc, GuardedTransactions transactions) {
        super(jdbc, transactions, CELLS, INSERT, PAGE);
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** The open breaks of the export that have one of the keys. */
    public Map<BreakKey, Break> findOpen(int exportId, Collection<BreakKey> keys) {
        Map<BreakKey, Break> found = new HashMap<>();
        keys.forEach(key -> openBetween(exportId, SortKeys.first(key), SortKeys.behind(key))
                .optional()
                .ifPresent(open -> found.put(key, open)));
        return found;
    }

    /** The open breaks of the export at the place. */
    public List<Break> openAt(int exportId, String place) {
        return openBetween(exportId, SortKeys.first(place), SortKeys.behind(place))
                .list();
    }

    /** Writes rows in place of those that have the same key, in one transaction. */
    public void replace(int exportId, Collection<Break> rows) {
        transactions.run(() -> {
            jdbc.batchUpdate(
                    "DELETE FROM break_row WHERE export_id = ? AND sort_key = ?",
                    rows,
                    Cells.ROWS_PER_BATCH,
                    (statement, row) -> {
                        statement.setInt(1, exportId);
                        statement.setBytes(2, SortKeys.of(row));
                    });
            insert(exportId, rows);
        });
    }

    /** Hands over the breaks that are open at the end of that night. */
    public void forEachOpen(int exportId, Consumer<? super Break> action) {
        forEach(PAGE_OF_OPEN, exportId, action);
    }

    /** When the latest closed break of each key was opened, of those that were published for a date before this one. */
    public Map<BreakKey, LocalDate> latestClosed(Collection<BreakKey> keys, LocalDate before) {
        Map<BreakKey, LocalDate> stored = new HashMap<>();
        JdbcClient.create(jdbc)
                .sql(LATEST_CLOSED)
                .param("places", texts(keys, key -> stored(key).place()))
                .param("gtins", texts(keys, key -> key.gtin().digits()))
                .param("before", before)
                .query(row -> {
                    BreakKey key = new BreakKey(row.getString("place"), new Gtin(row.getString("gtin")));
                    stored.put(key, row.getObject("opened_on", LocalDate.class));
                });
        Map<BreakKey, LocalDate> found = new HashMap<>();
        keys.forEach(key -> Optional.ofNullable(stored.get(stored(key))).ifPresent(opened -> found.put(key, opened)));
        return found;
    }

    private static BreakKey stored(BreakKey key) {
        return new BreakKey(StoredText.of(key.place()), key.gtin());
    }

    private static SqlArrayValue texts(Collection<BreakKey> keys, Function<BreakKey, String> text) {
        return new SqlArrayValue("varchar", keys.stream().map(text).toArray());
    }

    private MappedQuerySpec<Break> openBetween(int exportId, byte[] first, byte[] behind) {
        return query(OPEN_BETWEEN, Map.of("export", exportId, "from", first, "to", behind));
    }

    @Override
    Object key(Break row) {
        return SortKeys.of(row);
    }

    @Override
    Break row(ResultSet row, int number) throws SQLException {
        return new Break(
                row.getString("place"),
                row.getString("store_id"),
                row.getString("section"),
                new Gtin(row.getString("gtin")),
                row.getString("product_name"),
                date(row, "opened_on"),
                date(row, "last_seen_on"),
                date(row, "closed_on"),
                row.getInt("nights"),
                value(row, "first_verdict", Verdict.class),
                value(row, "latest_verdict", Verdict.class),
                date(row, "previous_opened_on"));
    }
}
