package io.shelftally.publication.tables;

import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.ReconciledRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcOperations;

/** The table reconciled_item_row: up to millions of rows a night, so that each database takes them the way it is quickest. */
final class ItemRows {

    /** With more H2 gains little, and its messages show the whole statement. */
    private static final int MANY = 20;

    static final Cells<ReconciledRow> CELLS = Cells.of(
            Datasets.RECONCILED_ITEMS,
            Set.of(
                    "business_date",
                    "store_id",
                    "section",
                    "scan_id",
                    "reason",
                    "product_name",
                    "brand",
                    "category",
                    "manufacturer",
                    "product_id",
                    "brand_id",
                    "category_id",
                    "manufacturer_id",
                    "upc"));

    private static final String COLUMNS = """
            reconciled_item_row (
                row_id, text_id, gtin, verdict, captured, seen, out_of_stock, match_method, capture_count,
                capture_ids, capture_status, identifier_flags, facings, expected_facings, duplicate_count,
                closient_product_short_id, closient_product_name)
            """;
    private static final String ROW = "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String MORE_ROWS = ("," + ROW).repeat(MANY - 1);
    private static final String INSERT_ONE = "INSERT INTO " + COLUMNS + " VALUES " + ROW;
    private static final String INSERT_MANY = "INSERT INTO " + COLUMNS + " VALUES " + ROW + MORE_ROWS;
    private static final String COPY = "COPY " + COLUMNS + CopiedRows.FROM_STDIN;

    private final JdbcOperations jdbc;

    ItemRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction. */
    void insert(List<ItemRow> rows) {
        var unused = jdbc.execute((Connection connection) -> {
            if (connection.isWrapperFor(PGConnection.class)) {
                CopiedRows.copy(connection, COPY, rows, ItemRows::copy);
            } else {
                int rest = rows.size() % MANY;
                insert(connection, INSERT_MANY, MANY, rows.subList(0, rows.size() - rest));
                insert(connection, INSERT_ONE, 1, rows.subList(rows.size() - rest, rows.size()));
            }
            return rows.size();
        });
    }

    /** Several rows a statement, because H2 takes half as long to begin one as to store a row. */
    private static void insert(Connection connection, String sql, int rowsOfOne, List<ItemRow> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int position = 1;
            for (int at = 0; at < rows.size(); at++) {
                ItemRow row = rows.get(at);
                statement.setLong(position, row.id());
                statement.setObject(position + 1, row.textId());
                position = CELLS.bind(statement, position + 2, row.cells());
                if ((at + 1) % rowsOfOne == 0) {
                    statement.executeUpdate();
                    position = 1;
                }
            }
        }
    }

    private static void copy(ItemRow row, CopiedRows copied) {
        copied.row(2 + row.cells().size());
        copied.cell(row.id());
        copied.cell(row.textId());
        for (Object cell : row.cells()) {
            copied.cell(cell);
        }
    }
}
