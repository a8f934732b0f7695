package io.shelftally.publication.tables;

import io.shelftally.matching.product.Gtin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Which rows belong to which scan: from the first to the last, because the rows come in the order of their scans. */
final class ScanRanges {

    private static final String INSERT =
            "INSERT INTO reconciled_scan (export_id, scan_id, first_row_id, last_row_id) VALUES (?, ?, ?, ?)";

    private final JdbcOperations jdbc;
    private final int exportId;
    private final List<Range> ended = new ArrayList<>();
    private @Nullable Range open;

    ScanRanges(JdbcOperations jdbc, int exportId) {
        this.jdbc = jdbc;
        this.exportId = exportId;
    }

    /** @throws IllegalArgumentException unless (scan, gtin) comes after the one before */
    void add(long rowId, long scanId, Gtin gtin) {
        Range before = open;
        if (before == null || before.scanId < scanId) {
            end();
            open = new Range(scanId, rowId, rowId, gtin);
        } else if (before.scanId == scanId && before.lastGtin.compareTo(gtin) < 0) {
            open = new Range(scanId, before.first, rowId, gtin);
        } else {
            throw new IllegalArgumentException("rows must come in the order of scan_id and gtin: " + scanId + ", "
                    + gtin + " came after " + before.scanId + ", " + before.lastGtin);
        }
    }

    /** The scan of the last row has no more rows. */
    void end() {
        if (open != null) {
            ended.add(open);
            open = null;
        }
    }

    /** Within the caller's transaction. */
    void writeEnded() {
        jdbc.batchUpdate(INSERT, ended, Cells.ROWS_PER_BATCH, (statement, range) -> {
            statement.setInt(1, exportId);
            statement.setLong(2, range.scanId);
            statement.setLong(3, range.first);
            statement.setLong(4, range.last);
        });
        ended.clear();
    }

    private record Range(long scanId, long first, long last, Gtin lastGtin) {}
}
