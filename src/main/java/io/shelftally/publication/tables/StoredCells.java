package io.shelftally.publication.tables;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cells of a stored row as the records hold them. */
final class StoredCells {

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private StoredCells() {}

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : stored.toInstant();
    }

    /** The same of a column with a neighbour of nanoseconds, which PostgreSQL would round. */
    static @Nullable Instant exactInstant(ResultSet row, String column) throws SQLException {
        Instant stored = instant(row, column);
        Integer nanos = row.getObject(column + "_nanos", Integer.class);
        return stored == null || nanos == null
                ? stored
                : stored.plus(HALF_A_SECOND)
                        .minusNanos(nanos)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .plusNanos(nanos);
    }

    /** What {@link #exactInstant} needs beside the instant: null unless it is finer than a microsecond. */
    static void bindNanos(PreparedStatement statement, int position, @Nullable Instant instant) throws SQLException {
        int nanos = instant == null ? 0 : instant.get(ChronoField.NANO_OF_SECOND);
        statement.setObject(position, nanos % 1000 == 0 ? null : nanos, Types.INTEGER);
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static <E extends Enum<E>> E value(ResultSet row, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(column));
    }

    static <E extends Enum<E>> Optional<E> optionalValue(ResultSet row, String column, Class<E> type)
            throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(name -> Enum.valueOf(type, name));
    }
}
