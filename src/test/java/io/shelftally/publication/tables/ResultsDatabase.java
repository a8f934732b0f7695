package io.shelftally.publication.tables;

import io.shelftally.database.TestDatabase;
import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.Dataset;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty, migrated database. */
final class ResultsDatabase {

    static final String RULES = "raw-text=false\n";
    static final String DESCRIPTOR = "0".repeat(64);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T04:05:06Z"), ZoneOffset.UTC);

    private final TestDatabase database;

    final JdbcTemplate jdbc;
    final TransactionTemplate transactions;

    ResultsDatabase() {
        this(TestDatabase.migrated());
    }

    ResultsDatabase(TestDatabase database) {
        this.database = database;
        DataSource dataSource = database.dataSource();
        jdbc = new JdbcTemplate(dataSource);
        transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    GuardedTransactions unguarded() {
        return new GuardedTransactions(transactions, WriteGuard.NONE);
    }

    ExportVersions versions() {
        return new ExportVersions(jdbc, unguarded(), CLOCK);
    }

    int count(String table) {
        return jdbc.queryForList("SELECT COUNT(*) FROM " + table, Integer.class).get(0);
    }

    /** The rows of a query, each cell in the words of {@link #cells}. */
    List<List<String>> query(String sql) {
        return jdbc.query(sql, (row, number) -> {
            String[] cells = new String[row.getMetaData().getColumnCount()];
            Arrays.setAll(cells, i -> "");
            for (int i = 0; i < cells.length; i++) {
                cells[i] = word(cell(row, i + 1));
            }
            return List.of(cells);
        });
    }

    private static @Nullable Object cell(ResultSet row, int column) throws SQLException {
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(column, OffsetDateTime.class);
            case Types.CLOB -> row.getString(column);
            default -> row.getObject(column);
        };
    }

    /** The rows as a view shows what the dataset computes, a word each cell; an empty one is {@code -}. */
    <R> List<List<String>> cells(Dataset<R> dataset, List<R> rows) {
        return rows.stream()
                .map(row -> dataset.columns().stream()
                        .map((Column<R> column) -> word(held(column.value().apply(row))))
                        .toList())
                .toList();
    }

    /** PostgreSQL holds microseconds. */
    private @Nullable Object held(@Nullable Object cell) {
        return cell instanceof Instant instant && database.isPostgresql()
                ? instant.plusNanos(500).truncatedTo(ChronoUnit.MICROS)
                : cell;
    }

    private static String word(@Nullable Object cell) {
        if (cell == null) {
            return "-";
        }
        if (cell instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        return cell instanceof Date date ? date.toLocalDate().toString() : cell.toString();
    }
}
