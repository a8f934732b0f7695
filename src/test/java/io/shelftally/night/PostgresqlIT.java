package io.shelftally.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.cli.InProcess;
import io.shelftally.database.OnPostgresql;
import io.shelftally.database.PostgresqlServer;
import io.shelftally.sandbox.Sandbox;
import io.shelftally.sandbox.SandboxOptions;
import io.shelftally.sandbox.WorldSource;
import io.shelftally.sandbox.seeded.SeededOptions;
import io.shelftally.sandbox.seeded.SeededWorld;
import io.shelftally.sandbox.vendors.Limits;
import io.shelftally.sandbox.world.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
    private static final SeededOptions WORLD = new SeededOptions(7, 80, 20, 20, 25);

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
    void aNightThatIsKilledAgainAndAgainLosesNothing(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = sandbox()) {
            Desk desk = desk(home, sandbox);
            for (int calls : new int[] {30, 110}) {
                try (ChildProcess night = desk.nightElsewhere(DATE, "--wait", "8s")) {
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
            for (String amid : new String[] {"NIGHT_BEFORE_COMMIT:9", "ROWS_BEFORE_COMMIT:2"}) {
                desk.set("shelftally.failpoint", amid + ":stop");
                try (ChildProcess night = desk.nightElsewhere(DATE, "--wait", "8s")) {
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
    void aServerThatIsGoneForGoodEndsTheRunSoon(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = sandbox();
                ChildProcess night = desk(home, sandbox)
                        .set("shelftally.failpoint", "NIGHT_BEFORE_COMMIT:9:stop")
                        .nightElsewhere(DATE, "--wait", "8s")) {
            assertThat(night.awaitStopped()).as(night.err()).isTrue();
            server.stop();
            try {
                long start = System.nanoTime();
                night.signal("CONT");

                assertThat(night.exitCode()).as(night.err()).isEqualTo(73);
                System.out.println("XXX " + (System.nanoTime() - start) / 1e9 + "\n" + night.err());
            } finally {
                server.start();
            }
        }
    }

    private static void kill(Desk desk, String failpoint) throws Exception {
        desk.set("shelftally.failpoint", failpoint);
        try (ChildProcess night = desk.nightElsewhere(DATE, "--wait", "8s")) {
            assertThat(night.exitCode()).as(night.err()).isEqualTo(137);
        }
        desk.unset("shelftally.failpoint");
    }

    private static InProcess.Ended night(Desk desk) {
        return desk.night(DATE, "--wait", "8s");
    }

    private static Desk desk(Path home, Sandbox sandbox) throws IOException {
        new SeededWorld(WORLD, Catalogue.load()).writeLists(Files.createDirectories(home));
        return new Desk(home).facing(sandbox);
    }

    private static Sandbox sandbox() {
        return Sandbox.start(SandboxOptions.of(WorldSource.seed(WORLD)).withLimits(Limits.DOCUMENTED.withRates(0, 0)));
    }
}
