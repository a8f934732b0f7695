package io.shelftally.operations.keeping;

import io.shelftally.base.text.StoredText;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the cells of a column are read, the same from H2 and PostgreSQL, and written. */
enum Cell {
    /** A vendor's answer, which may be as large as the settings let one be. */
    BODY(byte[].class) {
        @Override
        byte @Nullable [] read(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }
    },
    BYTES(byte[].class) {
        @Override
        byte @Nullable [] read(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }
    },
    TEXT(String.class) {
        @Override
        @Nullable
        String read(ResultSet row, int column) throws SQLException {
            return StoredText.ofNullable(row.getString(column));
        }
    },
    /** PostgreSQL keeps microseconds; where more is needed, it stands in a column beside it. */
    INSTANT(OffsetDateTime.class) {
        @Override
        @Nullable
        OffsetDateTime read(ResultSet row, int column) throws SQLException {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null
                    ? null
                    : time.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        }
    },
    TIME(LocalDateTime.class) {
        @Override
        @Nullable
        LocalDateTime read(ResultSet row, int column) throws SQLException {
            LocalDateTime time = row.getObject(column, LocalDateTime.class);
            return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
        }
    },
    DATE(LocalDate.class),
    ID(UUID.class),
    TRUTH(Boolean.class),
    INTEGER(Integer.class),
    NUMBER(Long.class),
    NUMBERS(Array.class) {
        @Override
        @Nullable
        List<Long> read(ResultSet row, int column) throws SQLException {
            Array numbers = row.getArray(column);
            return numbers == null
                    ? null
                    : Stream.of((Object[]) numbers.getArray())
                            .map(Long.class::cast)
                            .toList();
        }
    };

    private final Class<?> type;

    Cell(Class<?> type) {
        this.type = type;
    }

    /** By the name that H2 has for the type; fails for one that no table has had so far. */
    static Cell of(String type) {
        return switch (type) {
            case "BINARY LARGE OBJECT" -> BODY;
            case "BINARY VARYING" -> BYTES;
            case "CHARACTER", "CHARACTER VARYING", "CHARACTER LARGE OBJECT" -> TEXT;
            case "TIMESTAMP WITH TIME ZONE" -> INSTANT;
            case "TIMESTAMP" -> TIME;
            case "DATE" -> DATE;
            case "UUID" -> ID;
            case "BOOLEAN" -> TRUTH;
            case "INTEGER" -> INTEGER;
            case "BIGINT" -> NUMBER;
            case "ARRAY" -> NUMBERS;
            default ->
                throw new IllegalStateException("no table of the job had a column of the type " + type + " so far");
        };
    }

    /** Null where the database has null. */
    @Nullable
    Object read(ResultSet row, int column) throws SQLException {
        return row.getObject(column, type);
    }

    static void write(PreparedStatement statement, int position, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(position, Types.NULL);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(position, bytes);
        } else if (value instanceof List<?> numbers) {
            statement.setArray(position, statement.getConnection().createArrayOf("BIGINT", numbers.toArray()));
        } else {
            statement.setObject(position, value);
        }
    }
}
