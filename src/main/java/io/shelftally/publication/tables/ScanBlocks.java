package io.shelftally.publication.tables;

import io.shelftally.matching.product.Gtin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcOperations;

/** Which rows each scan has, in published order: blocks of at most {@value #ROWS_PER_BLOCK} of their numbers. */
final class ScanBlocks {

    /** As many as block_position has. */
    static final int ROWS_PER_BLOCK = 1_000;

    private static final String COLUMNS = "reconciled_block (export_id, scan_id, block, row_count, row_ids)";
    private static final String INSERT = "INSERT INTO " + COLUMNS + " VALUES (?, ?, ?, ?, ?)";
    private static final String COPY = "COPY " + COLUMNS + CopiedRows.FROM_STDIN;

    private final JdbcOperations jdbc;
    private final int exportId;
    private final List<Block> ended = new ArrayList<>();
    private final long[] rowIds = new long[ROWS_PER_BLOCK];
    private @Nullable Gtin lastGtin;
    private long scanId;
    private int block;
    private int length;
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
        } else if (length == ROWS_PER_BLOCK) {
            end();
            block++;
        }
        rowIds[length++] = rowId;
        rows++;
        lastGtin = gtin;
    }

    /** The block of the last row has no more rows. */
    void end() {
        if (length > 0) {
            ended.add(new Block(scanId, block, Arrays.copyOf(rowIds, length)));
            length = 0;
        }
    }

    /** How many rows the next {@link #writeEnded()} writes at most. */
    int rows() {
        return rows;
    }

    /** Within the caller's transaction. */
    void writeEnded() {
        var unused = jdbc.execute((Connection connection) -> {
            if (connection.isWrapperFor(PGConnection.class)) {
                CopiedRows.copy(connection, COPY, ended, this::copy);
            } else {
                insert(connection);
            }
            return ended.size();
        });
        ended.clear();
        rows = length;
    }

    private void copy(Block rows, CopiedRows copied) {
        copied.row(5);
        copied.cell(exportId);
        copied.cell(rows.scanId);
        copied.cell(rows.number);
        copied.cell(rows.rowIds.length);
        copied.cell(rows.rowIds);
    }

    private void insert(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Block rows : ended) {
                statement.setInt(1, exportId);
                statement.setLong(2, rows.scanId);
                statement.setInt(3, rows.number);
                statement.setInt(4, rows.rowIds.length);
                statement.setObject(5, LongStream.of(rows.rowIds).boxed().toArray());
                statement.executeUpdate();
            }
        }
    }

    private static final class Block {

        private final long scanId;
        private final int number;
        private final long[] rowIds;

        Block(long scanId, int number, long[] rowIds) {
            this.scanId = scanId;
            this.number = number;
            this.rowIds = rowIds;
        }
    }
}
