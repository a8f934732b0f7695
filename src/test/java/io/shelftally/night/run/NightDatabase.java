package io.shelftally.night.run;

import io.shelftally.database.TestDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** An empty, migrated database, for the tests of one class or method. */
public final class NightDatabase implements AutoCloseable {

    private final TestDatabase database = TestDatabase.migrated();
    private final DataSource pool = database.dataSource();

    public DataSource dataSource() {
        return pool;
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(pool);
    }

    public JdbcClient client() {
        return JdbcClient.create(pool);
    }

    public NamedParameterJdbcTemplate batches() {
        return new NamedParameterJdbcTemplate(pool);
    }

    public PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(pool);
    }

    /** A lease that is held for the date until the database is closed. */
    public Lease heldLease(LocalDate businessDate, HandClock clock) {
        Lease lease = lease(clock, time -> {});
        lease.take(businessDate, () -> {});
        return lease;
    }

    /** The lease of a new process, and its holder so far is dead; see {@link #takeFromTheDead}. */
    public Lease leaseOf(Clock clock) {
        return new Lease(pool, new RunSettings(Duration.ofMinutes(1)), clock, clock, time -> {});
    }

    /** Takes the lease as a start does whose forerunner's process is gone. */
    public void takeFromTheDead(Lease lease, LocalDate businessDate) {
        execute("UPDATE run_lease SET pid = -1");
        lease.take(businessDate, () -> {});
    }

    /** A lease of a minute. */
    Lease lease(HandClock clock, Consumer<Duration> pause) {
        return new Lease(pool, new RunSettings(Duration.ofMinutes(1)), clock, clock, pause);
    }

    /** The transactions of a job that has the lease. */
    PlatformTransactionManager fenced(Lease lease) {
        return new FencedTransactions(pool, lease);
    }

    /** The one value of a query, as text; {@code null} is the text null. */
    public String value(String sql, Object... parameters) {
        return String.valueOf(
                jdbc().queryForList(sql, parameters).get(0).values().iterator().next());
    }

    /** The rows of a query, their cells joined by spaces; an empty one is {@code -}. */
    public List<String> rows(String sql, Object... parameters) {
        return jdbc().query(
                        sql,
                        (row, number) -> {
                            Object[] cells = new Object[row.getMetaData().getColumnCount()];
                            for (int i = 0; i < cells.length; i++) {
                                cells[i] = word(row, i + 1);
                            }
                            return String.join(" ", Arrays.copyOf(cells, cells.length, String[].class));
                        },
                        parameters);
    }

    private static String word(ResultSet row, int column) throws SQLException {
        boolean isBoolean = row.getObject(column) instanceof Boolean;
        String text = row.getString(column);
        return text == null
                ? "-"
                : isBoolean ? String.valueOf(row.getBoolean(column)).toUpperCase(Locale.ROOT) : text;
    }

    public void execute(String sql, Object... parameters) {
        jdbc().update(sql, parameters);
    }

    @Override
    public void close() {
        database.close();
    }
}
