package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.TestDatabase;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.torture.FirstRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts that make the tables of an H2 file, or change them, and are killed, run out of room, or meet. */
@Timeout(180)
class MigrationIT {

    private static final String CAPTURES = "SELECT capture_id || outcome FROM capture ORDER BY 1";

    @TempDir
    private Path home;

    private Server server = new Server();

    @BeforeEach
    void serve() throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    }

    @AfterEach
    void stopServing() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIGRATION_NEEDED",
                "DATABASE_COPIED",
                "MIGRATION_STATEMENT:3",
                "MIGRATION_APPLIED:2",
                "DATABASE_MIGRATED",
                "BEFORE_DATABASE",
                "AFTER_DATABASE"
            })
    void aStartThatIsKilledLeavesWhatTheNextStartFinishes(String failpoint) throws Exception {
        FirstRelease.restore(url());
        List<String> captures = rows(CAPTURES);
        Path fresh = Files.createDirectories(home.resolve("fresh"));

        killed(new Desk(home), failpoint);
        killed(new Desk(fresh), failpoint);

        assertThat(new Desk(home).run("migrate").code()).isZero();
        assertThat(new Desk(fresh).run("migrate").code()).isZero();
        assertThat(captures).hasSize(4).isEqualTo(rows(CAPTURES));
        assertThat(databases(home)).containsExactly("database.mv.db");
        assertThat(databases(fresh)).containsExactly("database.mv.db");
    }

    @Test
    void whatIsKilledAmidAnUpgradeIsTheDatabaseAsItWas() throws Exception {
        FirstRelease.restore(url());
        List<String> before = TestDatabase.rows(url());

        killed(new Desk(home), "MIGRATION_STATEMENT:12");

        assertThat(TestDatabase.rows(url())).isEqualTo(before);
        assertThat(databases(home)).containsExactly("database.migrating.mv.db", "database.mv.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_COPIED", "MIGRATION_STATEMENT:3", "BEFORE_DATABASE", "AFTER_DATABASE"})
    void whileOneStartMakesTheTablesAnotherIsToTryLater(String failpoint) throws Exception {
        String stop = failpoint + (failpoint.contains(":") ? ":stop" : ":1:stop");
        try (ChildProcess first =
                new Desk(home).set("shelftally.failpoint", stop).runElsewhere("migrate")) {
            assertThat(first.awaitStopped()).as(first.err()).isTrue();
            boolean isReplaced = failpoint.equals("AFTER_DATABASE");

            InProcess.Ended second = new Desk(home).run("migrate");

            assertThat(second.code()).as(second.err()).isEqualTo(isReplaced ? 0 : 75);
            assertThat(second.err()).contains(isReplaced ? "" : "the database file is in use by another process");
            first.signal("CONT");
            assertThat(first.exitCode()).as(first.err()).isZero();
        }
        assertThat(new Desk(home).run("migrate").code()).isZero();
    }

    @Test
    void aFileThatAnotherHasOpenIsNotReplaced() throws Exception {
        FirstRelease.restore(url());
        try (Connection other = DriverManager.getConnection(served())) {
            ChildProcess start = new Desk(home).runElsewhere("migrate");

            assertThat(start.exitCode()).as(start.err()).isEqualTo(75);
            execute(other, "UPDATE run SET exit_code = 42");
        }

        assertThat(new Desk(home).run("migrate").code()).isZero();
        assertThat(rows("SELECT exit_code FROM run")).containsExactly("42");
    }

    @Test
    void aFullDiskLeavesTheOldDatabaseAndAStartWithRoomGoesOn() throws Exception {
        FirstRelease.restore(url());
        Path file = home.resolve("database.mv.db");
        long before = Files.size(file);
        List<String> rows = TestDatabase.rows(url());

        try (ChildProcess start = new Desk(home).filesUpTo(before + (24 << 10)).runElsewhere("migrate")) {
            assertThat(start.exitCode()).as(start.err()).isEqualTo(73);
            assertThat(start.err())
                    .contains("cannot make the tables of the database " + file, "File too large", "as much room again")
                    .doesNotContain("\tat ");
        }
        assertThat(databases(home)).containsExactly("database.mv.db");
        assertThat(TestDatabase.rows(url())).isEqualTo(rows);

        assertThat(new Desk(home).run("migrate").code()).isZero();
    }

    @Test
    void aFullDiskDuringTheFirstStartDoesNoHarm() throws Exception {
        try (ChildProcess start = new Desk(home).filesUpTo(40_000).runElsewhere("migrate")) {
            assertThat(start.exitCode()).as(start.err()).isEqualTo(73);
        }

        assertThat(new Desk(home).run("doctor").out()).contains("is not there yet; the first run makes it");
        assertThat(new Desk(home).run("migrate").code()).isZero();
    }

    /** A server makes the tables in the file itself, as the first versions did. */
    @Test
    void tablesThatWereHalfMadeAndHoldNoRowAreMadeAnew() throws Exception {
        killed(new Desk(home).set("spring.datasource.url", served()), "MIGRATION_STATEMENT:5");
        InProcess.Ended again =
                new Desk(home).set("spring.datasource.url", served()).run("migrate");
        assertThat(again.code()).isEqualTo(73);
        assertThat(again.err()).contains("are half made", "They hold no row. Remove the database", "DROP ALL OBJECTS");
        assertThat(doctor(served())).contains("FAIL  tables      a migration of them failed", "they hold no row");
        server.stop();
        assertThat(doctor(url())).contains("WARN  tables      a migration of them failed", "makes them anew");

        Captured<InProcess.Ended> start = Captured.of(() -> new Desk(home).run("migrate"));

        assertThat(start.value().code()).as(start.value().err()).isZero();
        assertThat(start.err()).contains("half made and held no row");
        assertThat(doctor(url())).contains("OK    tables      they are at version ");
    }

    @Test
    void tablesThatWereHalfUpgradedAndHoldRowsAreToldOfWithTheRemedy() throws Exception {
        FirstRelease.restore(url());
        killed(new Desk(home).set("spring.datasource.url", served()), "MIGRATION_STATEMENT:8");
        assertThat(new Desk(home)
                        .set("spring.datasource.url", served())
                        .run("migrate")
                        .code())
                .isEqualTo(73);
        server.stop();

        InProcess.Ended start = new Desk(home).run("migrate");

        assertThat(start.code()).isEqualTo(73);
        assertThat(start.err()).contains(home.resolve("database.mv.db").toString(), "Restore the latest backup");
        assertThat(doctor(url())).contains("FAIL  tables", "Restore the latest backup");
        assertThat(rows(CAPTURES)).hasSize(4);
    }

    @Test
    void tablesOfANewerApplicationAreLeftAlone() throws Exception {
        assertThat(new Desk(home).run("migrate").code()).isZero();
        try (Connection connection = DriverManager.getConnection(url())) {
            execute(connection, """
                    INSERT INTO "flyway_schema_history"
                    VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 1, '', CURRENT_TIMESTAMP, 1, TRUE)
                    """);
        }

        InProcess.Ended ended = new Desk(home).run("migrate");

        assertThat(ended.code()).isEqualTo(73);
        assertThat(ended.err()).contains("are those of a newer application");
    }

    @Test
    void aDatabaseOfSomebodyElseIsLeftAlone() throws Exception {
        try (Connection connection = DriverManager.getConnection(url())) {
            execute(connection, "CREATE TABLE theirs (id INTEGER)");
        }

        InProcess.Ended ended = new Desk(home).run("migrate");

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.err()).contains("holds tables that this job did not make");
        assertThat(rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"))
                .containsExactly("THEIRS");
    }

    @Test
    void whatAKilledStartLeftBesideADatabaseThatIsUpToDateGoes() throws Exception {
        assertThat(new Desk(home).run("migrate").code()).isZero();
        Files.writeString(home.resolve("database.migrating.mv.db"), "left");

        assertThat(new Desk(home).run("migrate").code()).isZero();

        assertThat(databases(home)).containsExactly("database.mv.db");
    }

    @Test
    void anUpgradeKeepsTheRightsOfTheFileAndTheLinkToIt() throws Exception {
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        FirstRelease.restore("jdbc:h2:file:" + elsewhere.resolve("kept"));
        Path file = elsewhere.resolve("kept.mv.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(home.resolve("database.mv.db"), file);

        assertThat(new Desk(home).run("migrate").code()).isZero();

        assertThat(link).isSymbolicLink();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        assertThat(databases(elsewhere)).containsExactly("kept.mv.db");
        assertThat(rows(CAPTURES)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {";CIPHER=AES", ";DB_CLOSE_DELAY=-1", ";FILE_LOCK=FILE", ";MODE=STRICT"})
    void anyOptionOfTheUrlWillDo(String option) throws Exception {
        Desk desk = new Desk(home)
                .set("spring.datasource.url", url() + option)
                .set("spring.datasource.username", "sa")
                .set("spring.datasource.password", "file user");

        for (int i = 0; i < 2; i++) {
            try (ChildProcess start = desk.runElsewhere("migrate")) {
                assertThat(start.exitCode()).as(start.err()).isZero();
            }
        }
        assertThat(databases(home)).containsExactly("database.mv.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"./no/none;IFEXISTS=TRUE;PASSWORD=hidden", "HOME/none;NO_SUCH_OPTION=1"})
    void aUrlThatH2RefusesIsABadSetting(String name) {
        Desk desk =
                new Desk(home).set("spring.datasource.url", "jdbc:h2:file:" + name.replace("HOME", home.toString()));

        Captured<InProcess.Ended> start = Captured.of(() -> desk.run("migrate"));

        assertThat(start.value().code()).as(start.value().err()).isEqualTo(78);
        assertThat(start.value().err()).contains("mend spring.datasource.url").doesNotContain("hidden");
        assertThat(desk.run("doctor").out()).contains("FAIL  ").doesNotContain("hidden");
        assertThat(Path.of("no")).doesNotExist();
    }

    private static void killed(Desk desk, String failpoint) throws Exception {
        try (ChildProcess start = desk.set("shelftally.failpoint", failpoint).runElsewhere("migrate")) {
            assertThat(start.exitCode()).as(start.err()).isEqualTo(137);
        }
    }

    private String doctor(String url) {
        return new Desk(home).set("spring.datasource.url", url).run("doctor").out();
    }

    /** The same file, by a server of H2. */
    private String served() {
        return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/" + home.resolve("database");
    }

    private String url() {
        return TestDatabase.url(home);
    }

    private List<String> rows(String sql) {
        return new Desk(home).database().queryForList(sql, String.class);
    }

    private static void execute(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> databases(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".mv.db"))
                    .sorted()
                    .toList();
        }
    }
}
