package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nights between whose starts the clock was set: to the next start it is the stored times that have moved. */
@Timeout(120)
class ClockIT {

    private static final String DATE = "2026-11-02";

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(ints = {1, -1, 24})
    void aRunThatWasKilledIsFinishedAtOnceThoughTheClockWasSet(int hours) throws Exception {
        Desk desk = desk("home");
        try (HostileVendor silent = new HostileVendor()) {
            silent.on("statuses 2", out -> Thread.sleep(600_000));
            silent.on("read " + Ids.id("slow"), out -> Thread.sleep(600_000));
            try (ChildProcess child = desk.set("shelftally.http.read-timeout", "100s")
                    .facing(silent.address())
                    .nightElsewhere(DATE)) {
                while (silent.calls().stream().noneMatch(call -> call.startsWith("report "))
                        || !silent.calls().contains("read " + Ids.id("slow"))) {
                    assertThat(child.isAlive()).isTrue();
                    Thread.sleep(20);
                }
                child.kill();
            }
        }
        setBack(home.resolve("home").resolve("database"), hours);
        try (HostileVendor vendor = new HostileVendor()) {
            InProcess.Ended ended = desk.facing(vendor.address()).night(DATE, "--wait", "20s");
            assertThat(ended.code()).as(ended.err()).isZero();

            Desk undisturbed = desk("other").facing(vendor.address());
            assertThat(undisturbed.night(DATE).code()).isZero();
            assertThat(desk.published(DATE).evidence())
                    .isEqualTo(undisturbed.published(DATE).evidence());
        }
    }

    @Test
    void theNextNightIsTheNextWhateverTheClockSays() throws Exception {
        Desk desk = desk("home");
        try (HostileVendor vendor = new HostileVendor()) {
            assertThat(desk.facing(vendor.address()).night(DATE).code()).isZero();
            setBack(home.resolve("home").resolve("database"), 1);

            assertThat(desk.night("2026-11-03").code()).isZero();

            assertThat(desk.published("2026-11-03").scans().values())
                    .isNotEmpty()
                    .allMatch(row -> "2026-11-03".equals(row.get("business_date")));
            assertThat(desk.out().resolve("latest").toRealPath())
                    .isEqualTo(desk.out().resolve("2026-11-03").toRealPath());
        }
    }

    private Desk desk(String name) {
        return new Desk(home.resolve(name))
                .set("shelftally.closient.per-minute", "300")
                .set("shelftally.pensa.status-batch", "1")
                .scans("scan_id", "1", "2")
                .captures("capture_id,scan_id", Ids.id("quick") + ",1", Ids.id("slow") + ",2");
    }

    /** As if the clock that wrote every stored time had been so many hours ahead of the one that reads it. */
    private static void setBack(Path database, int hours) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + database);
                Statement statement = connection.createStatement()) {
            for (String update : updates(statement, hours)) {
                statement.executeUpdate(update);
            }
        }
    }

    private static List<String> updates(Statement statement, int hours) throws SQLException {
        List<String> updates = new ArrayList<>();
        try (ResultSet columns = statement.executeQuery("""
                SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c
                JOIN information_schema.tables t ON t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
                WHERE c.table_schema = 'PUBLIC' AND t.table_schema = 'PUBLIC'
                    AND (c.data_type LIKE 'TIMESTAMP%' OR c.column_name LIKE '%_MS')
                """)) {
            while (columns.next()) {
                String table = columns.getString(1);
                String column = columns.getString(2);
                String moved = columns.getString(3).startsWith("TIMESTAMP")
                        ? "DATEADD(HOUR, " + hours + ", \"" + column + "\")"
                        : "\"" + column + "\" + " + hours * 3_600_000L;
                updates.add("UPDATE \"" + table + "\" SET \"" + column + "\" = " + moved);
            }
        }
        return updates;
    }
}
