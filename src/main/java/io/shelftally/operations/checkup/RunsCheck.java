package io.shelftally.operations.checkup;

import io.shelftally.night.scans.OtherReports;
import io.shelftally.operations.settings.SettingNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells whether a run is at work, and how the last one ended. */
final class RunsCheck {

    private static final String CHECK = "runs";

    private final Duration lease;

    /** @param lease how long that of a silent run lasts */
    RunsCheck(Duration lease) {
        this.lease = lease;
    }

    List<Finding> findings(JdbcClient client) {
        Optional<Finding> held = client.sql("""
                        SELECT business_date, host, pid, heartbeat_at, CURRENT_TIMESTAMP AS read_at
                        FROM run_lease WHERE held
                        """).query(this::held).optional();
        Optional<Finding> last = client.sql("""
                        SELECT run_id, business_date, ended_at, exit_code, message FROM run
                        ORDER BY run_id DESC FETCH FIRST 1 ROW ONLY
                        """)
                .query((row, number) -> abandoned(client, row).orElse(last(row, held.isPresent())))
                .optional();
        return Stream.of(held.or(() -> Optional.of(Finding.ok(CHECK, "none is at work"))), last, otherReports(client))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of the night that was collected last; an account may deliver other reports than are asked for. */
    private static Optional<Finding> otherReports(JdbcClient client) {
        try {
            return client.sql("SELECT MAX(business_date) FROM scan_item WHERE asked")
                    .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                    .single()
                    .map(night -> OtherReports.of(client, night))
                    .filter(others -> !others.types().isEmpty())
                    .map(others -> Finding.warn(
                            "reports",
                            others.words(),
                            "Set " + SettingNames.environment(OtherReports.SETTING)
                                    + " to the types that the account delivers, as far as they can be read (the runbook,"
                                    + " \"Settings\"), or ask Pensa for the others."));
        } catch (DataAccessException olderTables) {
            return Optional.empty();
        }
    }

    private Finding held(ResultSet row, int number) throws SQLException {
        Duration silent = Duration.between(
                row.getObject("heartbeat_at", OffsetDateTime.class), row.getObject("read_at", OffsetDateTime.class));
        String told = "one for " + row.getObject("business_date", LocalDate.class) + " holds the lease: process "
                + row.getLong("pid") + " on " + row.getString("host").replaceFirst("/.*", "") + ", last heard of "
                + silent.toSeconds() + " s ago";
        return silent.compareTo(lease) < 0
                ? Finding.ok(CHECK, told)
                : Finding.warn(CHECK, told, "It is gone, or hangs. Start the night again: it takes over.");
    }

    /** The last run, if its night was given up since. */
    private static Optional<Finding> abandoned(JdbcClient client, ResultSet run) throws SQLException {
        try {
            return client.sql("SELECT COUNT(*) FROM run WHERE run_id = :run AND abandoned_at IS NOT NULL")
                                    .param("run", run.getLong("run_id"))
                                    .query(Long.class)
                                    .single()
                            > 0
                    ? Optional.of(Finding.ok(CHECK, name(run) + " was abandoned"))
                    : Optional.empty();
        } catch (DataAccessException olderTables) {
            return Optional.empty();
        }
    }

    private static String name(ResultSet run) throws SQLException {
        return "the last one, " + run.getLong("run_id") + " for " + run.getObject("business_date", LocalDate.class)
                + ",";
    }

    private static Finding last(ResultSet row, boolean isAtWork) throws SQLException {
        String run = name(row);
        if (row.getObject("ended_at") == null) {
            return isAtWork
                    ? Finding.ok(CHECK, run + " has not ended")
                    : Finding.warn(CHECK, run + " was killed", "Run the date again: it resumes.");
        }
        int code = row.getInt("exit_code");
        return code == 0
                ? Finding.ok(CHECK, run + " published")
                : Finding.warn(
                        CHECK,
                        run + " ended with " + code + ": " + row.getString("message"),
                        "Look the code up in the runbook, \"Exit codes\", and run the date again.");
    }
}
