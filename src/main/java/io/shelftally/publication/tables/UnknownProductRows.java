package io.shelftally.publication.tables;

import static io.shelftally.publication.tables.StoredCells.optionalValue;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.UnknownReason;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.UnknownProductRow;
import io.shelftally.publication.results.UnknownProductRow.Words;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table behind unknown_products; digits alone sort alike in every database. */
public final class UnknownProductRows {

    private static final Cells<UnknownProductRow> CELLS = Cells.of(Datasets.UNKNOWN_PRODUCTS, Set.of());

    private static final String INSERT = """
            INSERT INTO unknown_product_row (
                export_id, gtin, other_reading, product_name, brand, manufacturer, category, captures, stores,
                first_date, last_date, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PAGE = """
            SELECT * FROM unknown_product_row
            WHERE export_id = :export AND gtin > :after
            ORDER BY export_id, gtin FETCH FIRST 1000 ROWS ONLY
            """;

    private final JdbcOperations jdbc;
    private final GuardedTransactions transactions;

    public UnknownProductRows(JdbcOperations jdbc, GuardedTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** In one transaction. */
    public void insert(int exportId, Collection<UnknownProductRow> rows) {
        transactions.run(() -> jdbc.batchUpdate(
                INSERT, rows, Cells.ROWS_PER_BATCH, (statement, row) -> bind(statement, exportId, row)));
    }

    /** Hands over every row of the export in published order, a page at a time. */
    public void forEach(int exportId, Consumer<? super UnknownProductRow> action) {
        KeysetPages.forEach(
                "", after -> page(exportId, after), row -> row.gtin().digits(), action);
    }

    private List<UnknownProductRow> page(int exportId, String after) {
        return JdbcClient.create(jdbc)
                .sql(PAGE)
                .params(Map.of("export", exportId, "after", after))
                .query(UnknownProductRows::row)
                .list();
    }

    private static void bind(PreparedStatement statement, int exportId, UnknownProductRow row) throws SQLException {
        statement.setInt(1, exportId);
        CELLS.bind(statement, 2, row);
    }

    private static UnknownProductRow row(ResultSet row, int number) throws SQLException {
        return new UnknownProductRow(
                new Gtin(row.getString("gtin")),
                Optional.ofNullable(row.getString("other_reading")).map(Gtin::new),
                new Words(
                        row.getString("product_name"),
                        row.getString("brand"),
                        row.getString("manufacturer"),
                        row.getString("category")),
                row.getInt("captures"),
                row.getInt("stores"),
                row.getObject("first_date", LocalDate.class),
                row.getObject("last_date", LocalDate.class),
                optionalValue(row, "reason", UnknownReason.class));
    }
}
