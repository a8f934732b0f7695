package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.TestDatabase;
import io.shelftally.job.connections.Tables;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.torture.FirstRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The commands backup and restore on an H2 file. */
class BackupIT {

    private static final String DATE = "2026-11-02";

    @TempDir
    private Path home;

    private Path database = Path.of("");
    private Path backup = Path.of("");

    @BeforeEach
    void name() {
        database = home.resolve("database.mv.db");
        backup = home.resolve("backup");
    }

    @Test
    void aBackupOfAnOlderReleaseIsItsFileByteForByteForItsOwnerAlone() throws Exception {
        FirstRelease.restore(url());

        InProcess.Ended ended = desk().run("backup", backup.toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .isEqualTo(backup + " is a backup of " + url() + ": " + Files.size(database)
                        + " bytes; 1 night is published, 2026-11-01\n");
        assertThat(Files.mismatch(database, backup)).isEqualTo(-1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(files()).containsExactly("backup", "database.mv.db");
    }

    @Test
    void whatIsRestoredIsWhatWasBackedUp() throws Exception {
        FirstRelease.restore(url());
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r-----"));
        List<String> rows = TestDatabase.rows(url());
        run(0, "backup", backup.toString());

        Files.delete(database);
        assertThat(run(0, "restore", backup.toString()).out())
                .startsWith("the database " + url() + " is that of " + backup + ": 1 night is published, 2026-11-01\n")
                .contains("If nights were published after 2026-11-01, run them again");
        assertThat(TestDatabase.rows(url())).isEqualTo(rows);

        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r-----"));
        Files.writeString(database, "broken");
        assertThat(run(0, "restore", backup.toString(), "--force", "--json").out())
                .contains("\"latest\" : \"2026-11-01\"");
        assertThat(TestDatabase.rows(url())).isEqualTo(rows);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(database)))
                .isEqualTo("rw-r-----");
        assertThat(files()).containsExactly("backup", "database.mv.db");
    }

    @Test
    void aDatabaseInUseIsNeitherBackedUpNorReplaced() throws Exception {
        FirstRelease.restore(url());
        run(0, "backup", backup.toString());

        try (Connection user = DriverManager.getConnection(url());
                ChildProcess another =
                        desk().runElsewhere("backup", home.resolve("other").toString());
                ChildProcess replacing = desk().runElsewhere("restore", backup.toString(), "--force")) {
            assertThat(another.exitCode()).as(another.err()).isEqualTo(75);
            assertThat(replacing.exitCode()).as(replacing.err()).isEqualTo(75);
            assertThat(another.err()).contains("the database file is in use by another process");
            assertThat(user.isValid(1)).isTrue();
        }
        assertThat(files()).containsExactly("backup", "database.mv.db");
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyByForce() throws Exception {
        FirstRelease.restore(url());
        Files.writeString(backup, "of yesterday");

        assertThat(run(73, "backup", backup.toString()).err()).contains(backup + " is there already", "--force");
        assertThat(backup).hasContent("of yesterday");
        run(0, "backup", backup.toString(), "--force");
        assertThat(Files.mismatch(database, backup)).isEqualTo(-1);

        assertThat(run(73, "backup", database.toString(), "--force").err()).contains("is the database itself");
        assertThat(run(73, "backup", home.toString(), "--force").err()).contains("is a directory");
        assertThat(run(73, "backup", home.resolve("none/backup").toString()).err())
                .contains("cannot write " + home.resolve("none/backup") + ": ", "no such file");
    }

    @Test
    void aDatabaseThatIsThereIsReplacedOnlyByForce() throws Exception {
        FirstRelease.restore(url());
        run(0, "backup", backup.toString());

        assertThat(run(73, "restore", backup.toString()).err())
                .contains("the database " + url() + " (spring.datasource.url) is there already", "--force");
        assertThat(run(65, "restore", database.toString(), "--force").err()).contains("is the database itself");
        assertThat(Files.mismatch(database, backup)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {";USER=keeper;PASSWORD=sesame", ";CIPHER=AES;USER=keeper;PASSWORD=sesame sesame"})
    void theOptionsOfTheUrlOpenTheCopyToo(String options) throws Exception {
        Desk desk = new Desk(home).set("spring.datasource.url", url() + options);
        desk.run("migrate");

        InProcess.Ended backedUp = desk.run("backup", backup.toString());
        Files.delete(database);
        InProcess.Ended restored = desk.run("restore", backup.toString());

        assertThat(backedUp.code()).as(backedUp.err()).isZero();
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(backedUp.out() + restored.out()).doesNotContain("sesame");
        assertThat(database).exists();
    }

    @Test
    void whatIsNotThereIsToldAndNotMade() throws Exception {
        assertThat(run(65, "backup", backup.toString()).err())
                .isEqualTo("shelftally: there is no database " + url() + " (spring.datasource.url) to back up\n");
        assertThat(run(65, "restore", backup.toString()).err()).contains("there is no file " + backup);

        assertThat(files()).isEmpty();
    }

    @Test
    void aBrokenDatabaseGetsNoBackup() throws Exception {
        FirstRelease.restore(url());
        Files.writeString(database, "broken");

        assertThat(run(73, "backup", backup.toString()).err()).contains("cannot be read", "no backup is made");

        assertThat(files()).containsExactly("database.mv.db");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsNoBackupOfTheJobIsNotRestored(boolean isOfH2) throws Exception {
        if (isOfH2) {
            String other = home.resolve("other").toString();
            DriverManager.getConnection("jdbc:h2:file:" + other).close();
            Files.move(Path.of(other + ".mv.db"), backup);
        } else {
            Files.writeString(backup, "nothing of the kind");
        }

        assertThat(run(65, "restore", backup.toString()).err()).contains(backup + " is no backup of this job's H2");
        assertThat(files()).containsExactly("backup");

        FirstRelease.restore(url());
        List<String> rows = TestDatabase.rows(url());
        run(65, "restore", backup.toString(), "--force");
        assertThat(TestDatabase.rows(url())).isEqualTo(rows);
    }

    @Test
    void aBackupOfANewerReleaseIsNotRestored() throws Exception {
        FirstRelease.restore(url());
        Tables.of(new DriverManagerDataSource(url()), false).migrate();
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE \"flyway_schema_history\" SET \"version\" = '9999' WHERE \"version\" = '16'");
        }
        run(0, "backup", backup.toString());

        assertThat(run(65, "restore", backup.toString(), "--force").err()).contains("of a newer application");
    }

    @Test
    void aNightThatWasKilledAmidATransactionIsBackedUpAndGoesOnFromTheBackup() throws Exception {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk(sandbox).set("shelftally.failpoint", "NIGHT_BEFORE_COMMIT:4");
            try (ChildProcess night = desk.nightElsewhere(DATE, "--wait", "2s")) {
                assertThat(night.exitCode()).as(night.err()).isEqualTo(137);
            }

            assertThat(run(0, "backup", backup.toString()).out()).contains("; no night is published\n");
            Files.delete(database);
            run(0, "restore", backup.toString());

            assertThat(desk(sandbox).night(DATE, "--wait", "2s").code()).isZero();
            assertThat(desk(sandbox).published(DATE).scans().get("3")).containsEntry("outcome", "REPORTED");
        }
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_DATABASE,false", "AFTER_DATABASE,true"})
    void aRestoreThatIsKilledLeavesTheOldDatabaseOrTheNewOne(String failpoint, boolean isNew) throws Exception {
        FirstRelease.restore(url());
        run(0, "backup", backup.toString());
        Tables.of(new DriverManagerDataSource(url()), false).migrate();
        List<String> before = TestDatabase.rows(url());

        try (ChildProcess restore =
                desk().set("shelftally.failpoint", failpoint).runElsewhere("restore", backup.toString(), "--force")) {
            assertThat(restore.exitCode()).as(restore.err()).isEqualTo(137);
        }

        assertThat(TestDatabase.rows(url()).equals(before)).isEqualTo(!isNew);
        run(0, "restore", backup.toString(), "--force");
        assertThat(files()).containsExactly("backup", "database.mv.db");
    }

    @Test
    void aDiskThatIsFullLeavesEverythingAsItWas() throws Exception {
        FirstRelease.restore(url());
        run(0, "backup", backup.toString());
        List<String> rows = TestDatabase.rows(url());
        byte[] kept = Files.readAllBytes(backup);
        long half = kept.length / 2;

        try (ChildProcess full = desk().filesUpTo(half).runElsewhere("backup", backup.toString(), "--force")) {
            assertThat(full.exitCode()).as(full.err()).isEqualTo(73);
            assertThat(full.err()).contains("cannot write " + backup + ": ", "has room");
        }
        try (ChildProcess full = desk().filesUpTo(half).runElsewhere("restore", backup.toString(), "--force")) {
            assertThat(full.exitCode()).as(full.err()).isEqualTo(73);
        }

        assertThat(backup).hasBinaryContent(kept);
        assertThat(TestDatabase.rows(url())).isEqualTo(rows);
        assertThat(files()).containsExactly("backup", "database.mv.db");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://127.0.0.1:1/shelftally?password=sesame, pg_dump and pg_restore",
        "jdbc:h2:mem:nights, is no H2 file",
        "jdbc:h2:tcp://127.0.0.1:1/nights, is no H2 file"
    })
    void whatIsNoFileOfH2HasOtherTools(String url, String told) {
        Desk desk = desk().set("spring.datasource.url", url);

        for (String command : List.of("backup", "restore")) {
            InProcess.Ended ended = desk.run(command, backup.toString());
            assertThat(ended.code()).isEqualTo(78);
            assertThat(ended.err()).contains(told).doesNotContain("sesame");
        }
    }

    private InProcess.Ended run(int code, String... args) {
        InProcess.Ended ended = desk().run(args);
        assertThat(ended.code()).as(ended.err()).isEqualTo(code);
        return ended;
    }

    private static WorldText world() {
        return new WorldText()
                .capture("againxxxxxxxxxxxxxxxxx", "'code': '0072080274329'")
                .scan(3, "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}");
    }

    private Desk desk(Sandbox sandbox) {
        return desk().facing(sandbox)
                .captures("capture_id,scan_id,store_id", "againxxxxxxxxxxxxxxxxx,3,S1")
                .scans("scan_id,store_id,section", "3,S1,dairy");
    }

    private Desk desk() {
        return new Desk(home).set("spring.datasource.url", url());
    }

    private String url() {
        return "jdbc:h2:file:" + home.resolve("database");
    }

    /** Without the trace of an assertion that H2 itself fails, in a process that has assertions on. */
    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("database.trace.db"))
                    .sorted()
                    .toList();
        }
    }
}
