package io.shelftally.proof.torture;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at a job's database from outside while jobs are at work on it. */
final class LeaseView implements AutoCloseable {

    /**
     * The lease at a moment.
     *
     * @param silent the time since the last heartbeat, by the database's clock
     */
    record Look(long token, boolean isHeld, Duration silent) {}

    private final Connection connection;

    LeaseView(Bench bench) {
        try {
            this.connection = DriverManager.getConnection(bench.url(), "sa", "");
        } catch (SQLException e) {
            throw new TortureException("the database cannot be opened: " + e.getMessage());
        }
    }

    Look look() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT token, held, DATEDIFF(MILLISECOND, heartbeat_at, CURRENT_TIMESTAMP) FROM run_lease
                        """)) {
            row.next();
            return new Look(row.getLong(1), row.getBoolean(2), Duration.ofMillis(row.getLong(3)));
        } catch (SQLException e) {
            throw new TortureException("the lease cannot be read: " + e.getMessage());
        }
    }

    /** Every row of every table, as statements. */
    List<String> everything() {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet script = statement.executeQuery("SCRIPT")) {
            while (script.next()) {
                String line = script.getString(1);
                if (line.startsWith("INSERT")) {
                    rows.add(line);
                }
            }
        } catch (SQLException e) {
            throw new TortureException("the database cannot be read: " + e.getMessage());
        }
        return rows;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new TortureException("the database cannot be closed: " + e.getMessage());
        }
    }
}
