package io.shelftally.publication.tables;

import static io.shelftally.publication.tables.StoredCells.value;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.publication.results.Datasets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;

/** The table behind quarantine. */
public final class QuarantineRows extends VersionRows<QuarantineRow> {

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

    public QuarantineRows(JdbcOperations jdbc, GuardedTransactions transactions) {
        super(jdbc, transactions, CELLS, INSERT, PAGE);
    }

    @Override
    Object key(QuarantineRow row) {
        return SortKeys.of(row);
    }

    @Override
    QuarantineRow row(ResultSet row, int number) throws SQLException {
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
