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
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;

/** The table behind scans; also where reconciled_item finds the place of its scan. */
public final class ScanRows extends VersionRows<ScanRow> {

    private static final Cells<ScanRow> CELLS = Cells.of(Datasets.SCANS, Set.of("business_date", "scan_id"));

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

    public ScanRows(JdbcOperations jdbc, GuardedTransactions transactions) {
        super(jdbc, transactions, CELLS, INSERT, PAGE);
    }

    @Override
    Object keyBeforeAll() {
        return 0L;
    }

    @Override
    Object key(ScanRow row) {
        return row.place().scanId();
    }

    @Override
    void bindRest(PreparedStatement statement, int first, ScanRow row) throws SQLException {
        bindNanos(statement, first, row.scanTimestamp());
        bindNanos(statement, first + 1, row.created());
    }

    @Override
    ScanRow row(ResultSet row, int number) throws SQLException {
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
