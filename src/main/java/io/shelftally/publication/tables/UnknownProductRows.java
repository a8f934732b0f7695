package io.shelftally.publication.tables;

import static io.shelftally.publication.tables.StoredCells.optionalValue;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.UnknownReason;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.UnknownProductRow;
import io.shelftally.publication.results.UnknownProductRow.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;

/** The table behind unknown_products; digits alone sort alike in every database. */
public final class UnknownProductRows extends VersionRows<UnknownProductRow> {

    private static final Cells<UnknownProductRow> CELLS = Cells.of(Datasets.UNKNOWN_PRODUCTS, Set.of("gtin"));

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

    public UnknownProductRows(JdbcOperations jdbc, GuardedTransactions transactions) {
        super(jdbc, transactions, CELLS, INSERT, PAGE);
    }

    @Override
    Object keyBeforeAll() {
        return "";
    }

    @Override
    Object key(UnknownProductRow row) {
        return row.gtin().digits();
    }

    @Override
    UnknownProductRow row(ResultSet row, int number) throws SQLException {
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
