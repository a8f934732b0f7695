package io.shelftally.publication.tables;

import io.shelftally.matching.product.Gtin;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Which rows each scan has, in published order: blocks of at most {@value #ROWS_PER_BLOCK} of their numbers. */
final class ScanBlocks {

    /** As many as block_position has. */
    static final int ROWS_PER_BLOCK = 1_000;

    private static final String INSERT =
            "INSERT INTO reconciled_block (export_id, scan_id, block, row_count, row_ids) VALUES (?, ?, ?, ?, ?)";

    private final JdbcOperations jdbc;
    private final int exportId;
    private final List<Block> ended = new ArrayList<>();
    private final List<Long> rowIds = new ArrayList<>(ROWS_PER_BLOCK);
    private @Nullable Gtin lastGtin;
    private long scanId;
    private int block;
    private int rows;

    ScanBlocks(JdbcOperations jdbc, int exportId) {
        this.jdbc = jdbc;
        this.exportId = exportId;
    }

    /** @throws IllegalArgumentException unless (scan, gtin) comes after the one before */
    void add(long rowId, long ofScan, Gtin gtin) {
        if (lastGtin == null || scanId < ofScan) {
            end();
            scanId = ofScan;
            block = 0;
        } else if (scanId > ofScan || lastGtin.compareTo(gtin) >= 0) {
            throw new IllegalArgumentException("rows must come in the order of scan_id and gtin: " + ofScan + ", "
                    + gtin + " came after " + scanId + ", " + lastGtin);
        } else if (rowIds.size() == ROWS_PER_BLOCK) {
            end();
            block++;
        }
        rowIds.add(rowId);
        rows++;
        lastGtin = gtin;
    }

    /** The block of the last row has no more rows. */
    void end() {
        if (!rowIds.isEmpty()) {
            ended.add(new Block(scanId, block, rowIds.toArray(Long[]::new)));
            rowIds.clear();
        }
    }

    /** How many rows the next {@link #writeEnded()} writes at most. */
    int rows() {
        return rows;
    }

    /** Within the caller's transaction. */
    void writeEnded() {
        jdbc.batchUpdate(INSERT, ended, Cells.ROWS_PER_BATCH, (statement, rows) -> {
            statement.setInt(1, exportId);
            statement.setLong(2, rows.scanId);
            statement.setInt(3, rows.block);
            statement.setInt(4, rows.rowIds.length);
            Connection connection = statement.getConnection();
            statement.setArray(5, connection.createArrayOf("BIGINT", rows.rowIds));
        });
        ended.clear();
        rows = rowIds.size();
    }

    private record Block(long scanId, int block, Long[] rowIds) {}
}
