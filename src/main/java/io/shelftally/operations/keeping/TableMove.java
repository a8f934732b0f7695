package io.shelftally.operations.keeping;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies the rows of a table, and reads them back; a batch of them is in memory at a time. */
final class TableMove {

    private static final long BYTES_AT_A_TIME = 4L << 20;

    private final Connection h2;
    private final Connection postgresql;
    private final Runnable moved;

    /** @param moved is told each row, and may throw to end it */
    TableMove(Connection h2, Connection postgresql, Runnable moved) {
        this.h2 = h2;
        this.postgresql = postgresql;
        this.moved = moved;
    }

    RowSum copy(MovedTable table) throws SQLException {
        try (PreparedStatement insert = postgresql.prepareStatement(table.insert())) {
            Batch batch = new Batch(insert, table.rowsAtATime());
            RowSum sum = read(h2, table.selectFromH2(), table, batch::add);
            batch.flush();
            return sum;
        }
    }

    RowSum readBack(MovedTable table) throws SQLException {
        return read(postgresql, table.select(), table, cells -> {});
    }

    private RowSum read(Connection connection, String sql, MovedTable table, Row row) throws SQLException {
        RowSum sum = new RowSum();
        List<Cell> kinds = List.copyOf(table.columns().values());
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(table.rowsAtATime());
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    List<@Nullable Object> cells = new ArrayList<>(kinds.size());
                    for (int i = 0; i < kinds.size(); i++) {
                        cells.add(kinds.get(i).read(rows, i + 1));
                    }
                    sum.add(cells);
                    row.take(cells);
                    moved.run();
                }
            }
        }
        return sum;
    }

    @FunctionalInterface
    private interface Row {
        void take(List<@Nullable Object> cells) throws SQLException;
    }

    private static final class Batch {

        private final PreparedStatement insert;
        private final int most;
        private int rows;
        private long bytes;

        Batch(PreparedStatement insert, int most) {
            this.insert = insert;
            this.most = most;
        }

        void add(List<@Nullable Object> cells) throws SQLException {
            for (int i = 0; i < cells.size(); i++) {
                Object cell = cells.get(i);
                Cell.write(insert, i + 1, cell);
                bytes += cell instanceof byte[] large ? large.length : 0;
                bytes += cell instanceof String text ? text.length() : 0;
                bytes += cell instanceof List<?> numbers ? (long) numbers.size() * Long.BYTES : 0;
            }
            insert.addBatch();
            rows++;
            if (rows == most || bytes > BYTES_AT_A_TIME) {
                flush();
            }
        }

        void flush() throws SQLException {
            if (rows > 0) {
                insert.executeBatch();
            }
            rows = 0;
            bytes = 0;
        }
    }
}
