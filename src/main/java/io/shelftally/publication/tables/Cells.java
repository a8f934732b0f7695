package io.shelftally.publication.tables;

import io.shelftally.base.text.StoredText;
import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.Dataset;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds a row's cells as its dataset computes them, so that the views show what the CSV says. */
final class Cells<R> {

    /** What one statement sends to the database at a time. */
    static final int ROWS_PER_BATCH = 1_000;

    private final List<Column<R>> columns;

    private Cells(List<Column<R>> columns) {
        this.columns = columns;
    }

    /** Of every column, in published order, but some that another table holds, or that the table's key is. */
    static <R> Cells<R> of(Dataset<R> dataset, Set<String> others) {
        return new Cells<>(dataset.columns().stream()
                .filter(column -> !others.contains(column.name()))
                .toList());
    }

    /** Returns the position after the last one that it bound. */
    int bind(PreparedStatement statement, int first, R row) throws SQLException {
        return bind(statement, first, of(row));
    }

    /** The same of cells that were computed before. */
    int bind(PreparedStatement statement, int first, List<@Nullable Object> cells) throws SQLException {
        for (int i = 0; i < cells.size(); i++) {
            bind(statement, first + i, columns.get(i), cells.get(i));
        }
        return first + cells.size();
    }

    /** As they are stored. */
    List<@Nullable Object> of(R row) {
        @Nullable Object[] cells = new @Nullable Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            Object cell = columns.get(i).value().apply(row);
            cells[i] = cell instanceof String text ? StoredText.of(text) : cell;
        }
        return Arrays.asList(cells);
    }

    private static void bind(PreparedStatement statement, int position, Column<?> column, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(position, nullType(column));
            return;
        }
        switch (column.type()) {
            case TEXT -> statement.setString(position, (String) value);
            case INTEGER -> {
                if (value instanceof Integer number) {
                    statement.setInt(position, number);
                } else {
                    statement.setLong(position, (Long) value);
                }
            }
            case BOOLEAN -> statement.setBoolean(position, (Boolean) value);
            case DATE -> statement.setObject(position, value);
            case INSTANT -> statement.setObject(position, ((Instant) value).atOffset(ZoneOffset.UTC));
        }
    }

    private static int nullType(Column<?> column) {
        return switch (column.type()) {
            case TEXT -> Types.VARCHAR;
            case INTEGER -> Types.BIGINT;
            case BOOLEAN -> Types.BOOLEAN;
            case DATE -> Types.DATE;
            case INSTANT -> Types.TIMESTAMP_WITH_TIMEZONE;
        };
    }
}
