package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.OnPostgresql;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.postgresql.PostgresqlServer;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import io.shelftally.proof.sandbox.endpoints.Limits;
import io.shelftally.proof.sandbox.seeded.SeededOptions;
import io.shelftally.proof.sandbox.seeded.SeededWorld;
import io.shelftally.proof.sandbox.world.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A night on PostgreSQL publishes the bytes that it publishes on H2, whatever happens to the job or to the server. */
@OnPostgresql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class PostgresqlIT {

    private static final String DATE = "2026-11-21";
    /** One in which everything settles, so that no night waits. */
    private static final SeededOptions WORLD = new SeededOptions(3, 40, 10, 20, 25);

    private final PostgresqlServer server = PostgresqlServer.shared();
    private Map<String, String> onH2 = Map.of();

    @BeforeAll
    void runOnH2(@TempDir Path home) throws IOException {
        try (Sandbox sandbox = sandbox()) {
            Desk desk = desk(home, sandbox).set("spring.datasource.url", "jdbc:h2:file:" + home.resolve("database"));

            assertThat(night(desk).code()).isZero();

            onH2 = desk.published(DATE).evidence();
        }
    }

    @Test
    void aNightAndItsRerunAreThoseOfH2(@TempDir Path home) throws IOException {
        try (Sandbox sandbox = sandbox()) {
            Desk desk = desk(home, sandbox);
            assertThat(night(desk).code()).isZero();
            Path version = desk.out().resolve(DATE).toRealPath();

            InProcess.Ended again = desk.night(DATE, "--wait", "1s");

            assertThat(desk.published(DATE).evidence()).isEqualTo(onH2);
            assertThat(again.code()).isZero();
            assertThat(desk.out().resolve(DATE).toRealPath()).isEqualTo(version);
            assertThat(version.resolveSibling("2")).doesNotExist();
        }
    }

    @Test
    void textsTimesAndTheirOrderComeOutAsOnH2(@TempDir Path home) {
        try (Sandbox sandbox = oddities().start()) {
            Desk here = odd(new Desk(home.resolve("postgresql"))).facing(sandbox);
            Desk there = odd(new Desk(home.resolve("h2")))
                    .facing(sandbox)
                    .set("spring.datasource.url", "jdbc:h2:file:" + home.resolve("database"));

            assertThat(night(here).code()).isZero();
            assertThat(night(there).code()).isZero();

            assertThat(here.published(DATE).evidence())
                    .isEqualTo(there.published(DATE).evidence());
            assertThat(here.published(DATE).scans().get("1"))
                    .containsEntry("created", "2026-11-21T16:01:12.123456789Z")
                    .containsEntry("scan_timestamp", "2026-11-21T23:59:59.999999999Z");
            assertThat(here.published(DATE).captures().get(Ids.id("capture1")))
                    .containsEntry("store_id", "nul\uFFFD")
                    .containsEntry("error_message", "nul \uFFFD");
        }
    }

    /** Stores whose order differs from collation to collation, each with a break. */
    private static Desk odd(Desk desk) {
        return desk.captures(
                        "capture_id,scan_id,store_id",
                        Ids.id("capture1") + ",1,nul\0",
                        Ids.id("Capture2") + ",2,",
                        Ids.id("capture3") + ",3,",
                        Ids.id("CAPTURE4") + ",4,",
                        Ids.id("capture5") + ",5,")
                .scans("scan_id,store_id,section", "1,a,x", "2,B,x", "3,\u00C4,x", "4,_,nul\0", "5,\uD83E\uDDC0,x");
    }

    private static WorldText oddities() {
        String report = "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}";
        WorldText world = new WorldText()
                .scan(
                        1,
                        report,
                        "'item': {'created': '2026-11-21T16:01:12.123456789',"
                                + " 'scan_timestamp': '2026-11-21T23:59:59.999999999',"
                                + " 'scan_metadata': {'guid': 'nul\\u0000'}}");
        LongStream.rangeClosed(2, 5).forEach(id -> world.scan(id, report));
        String missed = "'code': '0072080274329'";
        world.capture(Ids.id("capture1"), missed, "'object': {'error_message': 'nul \\u0000'}");
        Stream.of("Capture2", "capture3", "CAPTURE4", "capture5").forEach(name -> world.capture(Ids.id(name), missed));
        return world;
    }

    @Test
    void aStartThatIsKilledAmidTheTablesLeavesNoneAndTheNextOneMakesThem(@TempDir Path home) throws Exception {
        Desk desk = new Desk(home).set("shelftally.failpoint", "MIGRATION_STATEMENT:30");
        try (ChildProcess start = desk.runElsewhere("migrate")) {
            assertThat(start.exitCode()).as(start.err()).isEqualTo(137);
        }
        String tables = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";
        assertThat(desk.database().queryForList(tables, String.class)).isSubsetOf("flyway_schema_history");

        assertThat(new Desk(home).run("migrate").code()).isZero();

        assertThat(desk.database().queryForList(tables, String.class)).contains("run_lease", "quarantine_decision");
    }

    @Test
    void aCommandThatOnlyReadsMakesNoTables(@TempDir Path home) {
        Desk desk = new Desk(home);

        InProcess.Ended ended = desk.run("runs");

        assertThat(ended.code()).isEqualTo(73);
        assertThat(ended.err()).contains("holds no tables yet", "jobs/shelftally migrate");
        assertThat(desk.database()
                        .queryForList(
                                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'",
                                String.class))
                .isEmpty();
    }

    @Test
    void tablesThatWereLeftWithoutTheirRecordAreToldOf(@TempDir Path home) throws Exception {
        try (ChildProcess start =
                new Desk(home).set("shelftally.failpoint", "MIGRATION_APPLIED").runElsewhere("migrate")) {
            assertThat(start.exitCode()).as(start.err()).isEqualTo(137);
        }
        Desk desk = new Desk(home);
        desk.database().execute("CREATE TABLE batch_job_instance (job_instance_id BIGINT)");

        InProcess.Ended ended = desk.run("migrate");

        assertThat(ended.code()).isEqualTo(73);
        assertThat(ended.err()).contains("already exists", "make the database anew if no night was run yet");
    }

    @Test
    void twoStartsAtOnceMakeTheTablesOnceAndOneOfThemIsToTryLater(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = sandbox();
                ChildProcess one = desk(home, sandbox).nightElsewhere(DATE, "--wait", "20s");
                ChildProcess other = desk(home, sandbox).nightElsewhere(DATE, "--wait", "20s")) {

            List<Integer> codes =
                    Stream.of(one.exitCode(), other.exitCode()).sorted().toList();

            assertThat(codes).as(one.err() + "\n" + other.err()).isIn(List.of(0, 75), List.of(0, 0));
            assertThat(desk(home, sandbox).published(DATE).evidence()).isEqualTo(onH2);
        }
    }

    @Test
    void aNightThatIsKilledAgainAndAgainLosesNothing(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = sandbox()) {
            Desk desk = desk(home, sandbox);
            for (int calls : new int[] {10, 50}) {
                try (ChildProcess night = desk.nightElsewhere(DATE, "--wait", "20s")) {
                    while (sandbox.journal().entries().size() < calls && night.isAlive()) {
                        Thread.onSpinWait();
                    }
                    night.kill();
                }
            }
            kill(desk, "ROWS_BEFORE_COMMIT:2");
            kill(desk, "VERSION_SHOWN:1");

            assertThat(night(desk).code()).isZero();

            assertThat(desk.published(DATE).evidence()).isEqualTo(onH2);
        }
    }

    @Test
    void aServerThatIsRestartedEndsTheRunWhichThenResumes(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = sandbox()) {
            Desk desk = desk(home, sandbox);
            for (String amid : new String[] {"NIGHT_BEFORE_COMMIT:5", "ROWS_BEFORE_COMMIT:2"}) {
                desk.set("shelftally.failpoint", amid + ":stop");
                try (ChildProcess night = desk.nightElsewhere(DATE, "--wait", "20s")) {
                    assertThat(night.awaitStopped()).as(night.err()).isTrue();
                    server.stop();
                    server.start();
                    night.signal("CONT");

                    assertThat(night.exitCode()).as(night.err()).isEqualTo(73);
                    assertThat(night.err()).contains("jdbc:postgresql://127.0.0.1:", "Then run again");
                }
            }

            assertThat(night(desk.unset("shelftally.failpoint")).code()).isZero();

            assertThat(desk.published(DATE).evidence()).isEqualTo(onH2);
        }
    }

    @Test
    void aServerThatStaysAwayEndsTheRun(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = sandbox();
                ChildProcess night = desk(home, sandbox)
                        .set("shelftally.failpoint", "NIGHT_BEFORE_COMMIT:5:stop")
                        .set("spring.datasource.hikari.connection-timeout", "1000")
                        .nightElsewhere(DATE, "--wait", "20s")) {
            assertThat(night.awaitStopped()).as(night.err()).isTrue();
            server.stop();
            try {
                night.signal("CONT");

                assertThat(night.exitCode()).as(night.err()).isEqualTo(73);
                assertThat(night.err()).contains("jdbc:postgresql://127.0.0.1:").doesNotContain("\tat ");
            } finally {
                server.start();
            }
        }
    }

    @Test
    void whatKeepsTheRunFromItsDatabaseIsTold(@TempDir Path home) throws IOException {
        try (Sandbox sandbox = sandbox()) {
            Desk desk = desk(home, sandbox).set("spring.datasource.hikari.connection-timeout", "1000");
            String nowhere = "jdbc:postgresql://127.0.0.1:1/night";

            assertThat(fails(73, desk, nowhere + "?password=orchid")).contains(nowhere, "refused", "is up");
            assertThat(fails(78, desk, server.url("nosuch"))).contains("/nosuch", "Create the database");
            assertThat(fails(77, desk, server.url("postgres").replace("user=postgres", "user=nobody")))
                    .contains("nobody", "spring.datasource.username");
            assertThat(fails(73, desk, server.urlOfAnOutsider())).contains("permission denied", "may write there");
        }
    }

    private static String fails(int code, Desk desk, String url) {
        Captured<InProcess.Ended> ended = Captured.of(() -> night(desk.set("spring.datasource.url", url)));
        assertThat(ended.value().code()).as(ended.value().err()).isEqualTo(code);
        assertThat(ended.value().err() + ended.err()).doesNotContain("orchid", "\tat ");
        return ended.value().err();
    }

    private static void kill(Desk desk, String failpoint) throws Exception {
        desk.set("shelftally.failpoint", failpoint);
        try (ChildProcess night = desk.nightElsewhere(DATE, "--wait", "20s")) {
            assertThat(night.exitCode()).as(night.err()).isEqualTo(137);
        }
        desk.unset("shelftally.failpoint");
    }

    private static InProcess.Ended night(Desk desk) {
        return desk.night(DATE, "--wait", "20s");
    }

    private static Desk desk(Path home, Sandbox sandbox) throws IOException {
        new SeededWorld(WORLD, Catalogue.load()).writeLists(Files.createDirectories(home));
        return new Desk(home).facing(sandbox);
    }

    private static Sandbox sandbox() {
        return Sandbox.start(SandboxOptions.of(WorldSource.seed(WORLD)).withLimits(Limits.DOCUMENTED.withRates(0, 0)));
    }
}
