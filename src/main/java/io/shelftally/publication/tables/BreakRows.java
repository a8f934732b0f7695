package io.shelftally.publication.tables;

import static io.shelftally.publication.tables.StoredCells.date;
import static io.shelftally.publication.tables.StoredCells.value;

import io.shelftally.base.text.StoredText;
import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.Break;
import io.shelftally.matching.reconciliation.BreakKey;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.results.Datasets;
import java.sql.PreparedStatement;
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
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table behind breaks, and the memory of the job: a night's export holds every break that is open at its end and
 * those that it closed, and the next night starts from there.
 */
public final class BreakRows {

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
            SELECT item.* FROM break_row item
            JOIN export_version version ON version.export_id = item.export_id
            WHERE item.place = :place AND item.gtin = :gtin AND item.closed_on IS NOT NULL
                AND version.business_date < :before AND version.state IN ('PUBLISHED', 'PRUNED')
            ORDER BY item.opened_on DESC FETCH FIRST 1 ROW ONLY
            """;

    private final JdbcOperations jdbc;
    private final GuardedTransactions transactions;

    public BreakRows(JdbcOperations jdbc, GuardedTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** In one transaction. */
    public void insert(int exportId, Collection<Break> rows) {
        transactions.run(() -> jdbc.batchUpdate(
                INSERT, rows, Cells.ROWS_PER_BATCH, (statement, row) -> bind(statement, exportId, row)));
    }

    /** The open breaks of the export that have one of the keys. */
    public Map<BreakKey, Break> findOpen(int exportId, Collection<BreakKey> keys) {
        Map<BreakKey, Break> found = new HashMap<>();
        keys.forEach(key -> JdbcClient.create(jdbc)
                .sql(OPEN_BETWEEN)
                .params(Map.of("export", exportId, "from", SortKeys.first(key), "to", SortKeys.behind(key)))
                .query(BreakRows::row)
                .optional()
                .ifPresent(open -> found.put(key, open)));
        return found;
    }

    /** The open breaks of the export at the place. */
    public List<Break> openAt(int exportId, String place) {
        return JdbcClient.create(jdbc)
                .sql(OPEN_BETWEEN)
                .params(Map.of("export", exportId, "from", SortKeys.first(place), "to", SortKeys.behind(place)))
                .query(BreakRows::row)
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

    /** Hands over every row of the export in published order, a page at a time. */
    public void forEach(int exportId, Consumer<? super Break> action) {
        KeysetPages.forEach(new byte[0], after -> page(PAGE, exportId, after), SortKeys::of, action);
    }

    /** Hands over the breaks that are open at the end of that night. */
    public void forEachOpen(int exportId, Consumer<? super Break> action) {
        KeysetPages.forEach(new byte[0], after -> page(PAGE_OF_OPEN, exportId, after), SortKeys::of, action);
    }

    /** The latest closed break of a product at a place that was published for a date before this one. */
    public Optional<Break> latestClosed(String place, Gtin gtin, LocalDate before) {
        return JdbcClient.create(jdbc)
                .sql(LATEST_CLOSED)
                .params(Map.of("place", StoredText.of(place), "gtin", gtin.digits(), "before", before))
                .query(BreakRows::row)
                .optional();
    }

    private List<Break> page(String sql, int exportId, byte[] after) {
        return JdbcClient.create(jdbc)
                .sql(sql)
                .params(Map.of("export", exportId, "after", after))
                .query(BreakRows::row)
                .list();
    }

    private static void bind(PreparedStatement statement, int exportId, Break row) throws SQLException {
        statement.setInt(1, exportId);
        statement.setBytes(2, SortKeys.of(row));
        CELLS.bind(statement, 3, row);
    }

    private static Break row(ResultSet row, int number) throws SQLException {
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
