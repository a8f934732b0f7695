package io.shelftally.publication.tables;

import static io.shelftally.publication.tables.StoredCells.bindNanos;
import static io.shelftally.publication.tables.StoredCells.date;
import static io.shelftally.publication.tables.StoredCells.exactInstant;
import static io.shelftally.publication.tables.StoredCells.value;

import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.ScanCounts;
import io.shelftally.publication.results.ScanPlace;
import io.shelftally.publication.results.ScanRow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table behind scans; also where reconciled_item finds the place of its scan. */
public final class ScanRows {

    private static final Cells<ScanRow> CELLS = Cells.of(Datasets.SCANS, Set.of("business_date"));

    private static final String INSERT = """
            INSERT INTO scan_row (
                export_id, scan_id, store_id, section, scan_area_id, outcome, status, fast_status, scan_timestamp,
                created, seen_count, oos_count, captured_count, confirmed_count, break_count, project_id,
                project_name, guid, nights_open, reason, scan_timestamp_nanos, created_nanos)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PAGE = """
            SELECT version.business_date, scan.*
            FROM scan_row scan
            JOIN export_version version ON version.export_id = scan.export_id
            WHERE scan.export_id = :export AND scan.scan_id > :after
            ORDER BY scan.export_id, scan.scan_id FETCH FIRST 1000 ROWS ONLY
            """;

    private final JdbcOperations jdbc;
    private final GuardedTransactions transactions;

    public ScanRows(JdbcOperations jdbc, GuardedTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** In one transaction. */
    public void insert(int exportId, Collection<ScanRow> rows) {
        transactions.run(() -> jdbc.batchUpdate(
                INSERT, rows, Cells.ROWS_PER_BATCH, (statement, row) -> bind(statement, exportId, row)));
    }

    /** Hands over every row of the export in published order, a page at a time. */
    public void forEach(int exportId, Consumer<? super ScanRow> action) {
        KeysetPages.forEach(
                0L, after -> page(exportId, after), row -> row.place().scanId(), action);
    }

    private List<ScanRow> page(int exportId, long after) {
        return JdbcClient.create(jdbc)
                .sql(PAGE)
                .params(Map.of("export", exportId, "after", after))
                .query(ScanRows::row)
                .list();
    }

    private static void bind(PreparedStatement statement, int exportId, ScanRow row) throws SQLException {
        statement.setInt(1, exportId);
        int next = CELLS.bind(statement, 2, row);
        bindNanos(statement, next, row.scanTimestamp());
        bindNanos(statement, next + 1, row.created());
    }

    private static ScanRow row(ResultSet row, int number) throws SQLException {
        return new ScanRow(
                new ScanPlace(
                        date(row, "business_date"),
                        row.getLong("scan_id"),
                        row.getString("store_id"),
                        row.getString("section")),
                row.getString("scan_area_id"),
                value(row, "outcome", ScanOutcome.class),
                row.getString("status"),
                row.getString("fast_status"),
                exactInstant(row, "scan_timestamp"),
                exactInstant(row, "created"),
                counts(row),
                row.getString("project_id"),
                row.getString("project_name"),
                row.getString("guid"),
                row.getInt("nights_open"),
                row.getString("reason"));
    }

    private static ScanCounts counts(ResultSet row) throws SQLException {
        return new ScanCounts(
                row.getObject("seen_count", Integer.class),
                row.getObject("oos_count", Integer.class),
                row.getObject("captured_count", Integer.class),
                row.getObject("confirmed_count", Integer.class),
                row.getObject("break_count", Integer.class));
    }
}
