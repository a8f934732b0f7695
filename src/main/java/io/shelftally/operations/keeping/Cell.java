package io.shelftally.operations.keeping;

import io.shelftally.base.text.StoredText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the cells of a column are read, the same from H2 and PostgreSQL, and written. */
enum Cell {
    /** A vendor's answer, which may be as large as the settings let one be. */
    BODY {
        @Override
        byte @Nullable [] read(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }
    },
    BYTES {
        @Override
        byte @Nullable [] read(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }
    },
    TEXT {
        @Override
        @Nullable
        String read(ResultSet row, int column) throws SQLException {
            return StoredText.ofNullable(row.getString(column));
        }
    },
    /** PostgreSQL keeps microseconds; where more is needed, it stands in a column beside it. */
    INSTANT {
        @Override
        @Nullable
        OffsetDateTime read(ResultSet row, int column) throws SQLException {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null
                    ? null
                    : time.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        }
    },
    TIME {
        @Override
        @Nullable
        LocalDateTime read(ResultSet row, int column) throws SQLException {
            LocalDateTime time = row.getObject(column, LocalDateTime.class);
            return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
        }
    },
    DATE {
        @Override
        @Nullable
        LocalDate read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDate.class);
        }
    },
    ID {
        @Override
        @Nullable
        UUID read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, UUID.class);
        }
    },
    TRUTH {
        @Override
        @Nullable
        Boolean read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, Boolean.class);
        }
    },
    INTEGER {
        @Override
        @Nullable
        Integer read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, Integer.class);
        }
    },
    NUMBER {
        @Override
        @Nullable
        Long read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, Long.class);
        }
    };

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
            default ->
                throw new IllegalStateException("no table of the job had a column of the type " + type + " so far");
        };
    }

    /** Null where the database has null. */
    abstract @Nullable Object read(ResultSet row, int column) throws SQLException;

    static void write(PreparedStatement statement, int position, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(position, Types.NULL);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(position, bytes);
        } else {
            statement.setObject(position, value);
        }
    }
}
