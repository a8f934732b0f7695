package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.TestDatabase;
import io.shelftally.job.connections.Tables;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.torture.FirstRelease;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that only read make no database, no table and no folder, and say where they looked. */
class NothingIsMadeIT {

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs",
                "nights",
                "evidence 98a915ef",
                "show last",
                "breaks",
                "explain --capture sidKfGZxFsgTJk58WrQXDD",
                "diff 2026-11-01 2026-11-02",
                "plan",
                "quarantine list",
                "quarantine show --date 2026-11-01 captures.csv 2",
                "replay --date 2026-11-01",
                "rerun --date 2026-11-01 --failed --dry-run",
                "prune --keep-days 90 --dry-run",
                "abandon 2026-11-01",
                "abandon 2026-11-01 --apply",
                "rerun --date 2026-11-01 --failed",
                "prune --keep-days 90",
                "quarantine discard --date 2026-11-01 captures.csv 2",
                "quarantine replay --date 2026-11-01 captures.csv 2"
            })
    void whereThereIsNoDatabaseNoneIsMade(String command) throws IOException {
        Desk desk = new Desk(home).set("spring.datasource.url", url("none/database"));

        InProcess.Ended ended = desk.run(command.split(" "));

        assertThat(ended.code()).as(ended.err()).isEqualTo(73);
        assertThat(ended.err())
                .isEqualTo("shelftally: there is no database " + url("none/database")
                        + " yet (spring.datasource.url).\nThe first night makes what is missing, or jobs/shelftally migrate."
                        + " If nights were run before, the setting names another database than theirs.\n"
                        + "The name is that of spring.datasource.url, from the command line.\n");
        assertThat(files()).isEmpty();
    }

    @Test
    void theDoctorMakesNoneEither() throws IOException {
        new Desk(home).set("spring.datasource.url", url("none/database")).run("doctor");

        assertThat(files()).isEmpty();
    }

    @Test
    void aDatabaseOfAServerIsNotMadeEither() throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try {
            Desk desk = new Desk(home)
                    .set(
                            "spring.datasource.url",
                            "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/" + home.resolve("served"));

            InProcess.Ended ended = desk.run("runs");

            assertThat(ended.code()).as(ended.err()).isEqualTo(73);
            assertThat(ended.err()).contains("there is no database jdbc:h2:tcp://127.0.0.1:");
            assertThat(files()).isEmpty();
            assertThat(desk.run("migrate").code()).isZero();
            assertThat(desk.run("runs").code()).isZero();
        } finally {
            server.stop();
        }
    }

    @Test
    void whereAnotherMakesItAtTheMomentTheAnswerIsToTryLater() throws Exception {
        Path file = Files.createFile(home.resolve("database.mv.db"));
        try (FileChannel first = FileChannel.open(file, StandardOpenOption.WRITE)) {
            first.lock();

            assertThat(new Desk(home).run("runs").code()).isEqualTo(75);
        }
    }

    @Test
    void olderTablesAreLeftAsTheyAreUntilANightOrMigrate() throws Exception {
        FirstRelease.restore(url("database"));
        List<String> before = TestDatabase.rows(url("database"));

        InProcess.Ended ended = new Desk(home).run("runs");

        assertThat(ended.code()).isEqualTo(73);
        assertThat(ended.err())
                .contains(
                        "are those of an older application: version 4 of " + Tables.NEWEST, "jobs/shelftally migrate");
        assertThat(TestDatabase.rows(url("database"))).isEqualTo(before);

        InProcess.Ended migrated = new Desk(home).run("migrate");

        assertThat(migrated.code()).as(migrated.err()).isZero();
        assertThat(migrated.out()).contains("at version " + Tables.NEWEST, "in the database " + url("database"));
        assertThat(new Desk(home).run("runs").code()).isZero();
    }

    @Test
    void anEmptyAnswerNamesTheDatabaseAndWhereItsUrlComesFrom() {
        assertThat(new Desk(home).run("migrate").code()).isZero();

        InProcess.Ended runs = new Desk(home).run("runs");
        InProcess.Ended json = new Desk(home).run("runs", "--json");
        InProcess.Ended breaks = new Desk(home).run("breaks");

        String place = "in the database " + url("database") + " (spring.datasource.url, from the command line)";
        assertThat(runs.out()).isEqualTo("no runs\n" + place + "\n");
        assertThat(json.out()).doesNotContain("database");
        assertThat(breaks.code()).isEqualTo(65);
        assertThat(breaks.err()).isEqualTo("shelftally: no night is published yet\nlooked for " + place + "\n");
    }

    private String url(String name) {
        return "jdbc:h2:file:" + home.resolve(name);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.toList();
        }
    }
}
