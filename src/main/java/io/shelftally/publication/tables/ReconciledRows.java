package io.shelftally.publication.tables;

import io.shelftally.matching.product.Gtin;
import io.shelftally.publication.results.UnknownProductRow.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The table behind reconciled_items: a narrow row each, its product's words kept once in product_text. */
public final class ReconciledRows {

    /** Words that come again say nothing new. */
    private static final String WORDS = """
            SELECT r.gtin, t.product_name, t.brand, t.manufacturer, t.category
            FROM (
                SELECT gtin, text_id, MIN(row_id) AS first_row FROM reconciled_item_row
                WHERE row_id BETWEEN :first AND :last AND gtin = ANY (:products)
                GROUP BY gtin, text_id) r
            JOIN product_text t ON t.text_id = r.text_id
            ORDER BY r.first_row
            """;

    private final JdbcOperations jdbc;
    private final GuardedTransactions transactions;

    public ReconciledRows(JdbcOperations jdbc, GuardedTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** The one writer of an export that was just begun. */
    public ReconciledRowWriter write(int exportId) {
        return new ReconciledRowWriter(jdbc, transactions, exportId);
    }

    /** One of several writers of an export, on PostgreSQL. */
    public ReconciledPages pages(int exportId) {
        return new ReconciledPages(jdbc, exportId);
    }

    /** What the rows of an export call each of these products, each word from the first row that has one; on PostgreSQL. */
    public Map<Gtin, Words> words(int exportId, Collection<Gtin> products) {
        Map<Gtin, Words> words = new HashMap<>();
        if (!products.isEmpty()) {
            JdbcClient.create(jdbc)
                    .sql(WORDS)
                    .param("first", RowIds.first(exportId))
                    .param("last", RowIds.last(exportId))
                    .param(
                            "products",
                            new SqlArrayValue(
                                    "varchar",
                                    products.stream().map(Gtin::digits).toArray()))
                    .query(row -> {
                        words.merge(new Gtin(row.getString("gtin")), words(row), Words::orElse);
                    });
        }
        return words;
    }

    private static Words words(ResultSet row) throws SQLException {
        return new Words(
                row.getString("product_name"),
                row.getString("brand"),
                row.getString("manufacturer"),
                row.getString("category"));
    }
}
