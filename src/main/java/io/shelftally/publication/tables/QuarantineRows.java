package io.shelftally.publication.tables;

import static io.shelftally.publication.tables.StoredCells.value;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.publication.results.Datasets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table behind quarantine. */
public final class QuarantineRows {

    private static final Cells<QuarantineRow> CELLS = Cells.of(Datasets.QUARANTINE, Set.of());

    private static final String INSERT = """
            INSERT INTO quarantine_row (
                export_id, sort_key, source, source_position, source_column, subject_id, code, detail, raw)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PAGE = """
            SELECT * FROM quarantine_row
            WHERE export_id = :export AND sort_key > :after
            ORDER BY export_id, sort_key FETCH FIRST 100 ROWS ONLY
            """;

    private final JdbcOperations jdbc;
    private final GuardedTransactions transactions;

    public QuarantineRows(JdbcOperations jdbc, GuardedTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** In one transaction. */
    public void insert(int exportId, Collection<QuarantineRow> rows) {
        transactions.run(() -> jdbc.batchUpdate(
                INSERT, rows, Cells.ROWS_PER_BATCH, (statement, row) -> bind(statement, exportId, row)));
    }

    /** Hands over every row of the export in published order, a page at a time. */
    public void forEach(int exportId, Consumer<? super QuarantineRow> action) {
        KeysetPages.forEach(new byte[0], after -> page(exportId, after), SortKeys::of, action);
    }

    private List<QuarantineRow> page(int exportId, byte[] after) {
        return JdbcClient.create(jdbc)
                .sql(PAGE)
                .params(Map.of("export", exportId, "after", after))
                .query(QuarantineRows::row)
                .list();
    }

    private static void bind(PreparedStatement statement, int exportId, QuarantineRow row) throws SQLException {
        statement.setInt(1, exportId);
        statement.setBytes(2, SortKeys.of(row));
        CELLS.bind(statement, 3, row);
    }

    private static QuarantineRow row(ResultSet row, int number) throws SQLException {
        return new QuarantineRow(
                row.getString("source"),
                row.getString("source_position"),
                row.getString("source_column"),
                row.getString("subject_id"),
                value(row, "code", QuarantineCode.class),
                Objects.requireNonNullElse(row.getString("detail"), ""),
                Objects.requireNonNullElse(row.getString("raw"), ""));
    }
}
