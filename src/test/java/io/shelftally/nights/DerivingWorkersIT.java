package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.OnPostgresql;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import io.shelftally.proof.sandbox.endpoints.Limits;
import io.shelftally.proof.sandbox.seeded.SeededOptions;
import io.shelftally.proof.sandbox.seeded.SeededWorld;
import io.shelftally.proof.sandbox.world.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A night that is collected, and derived by workers of whom some are lost amid it, is the one that one process derives on H2. The
 * night after it has half of its scans; captures bring others back.
 */
@OnPostgresql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class DerivingWorkersIT {

    private static final String DATE = "2026-11-21";
    private static final String NEXT = "2026-11-22";
    /** One in which everything settles, so that no night waits. */
    private static final SeededOptions WORLD = new SeededOptions(3, 40, 40, 20, 25);

    /** Of 40 scans; each has pages of two, two and one. */
    private static final int SHARES = 8;

    private static final String AMID_THE_THIRD_PAGE = "NIGHT_BEFORE_COMMIT:3";

    /** Remembers what was retried, so that each test has one of its own. */
    private Sandbox sandbox = sandbox();

    private Map<String, String> ofOne = Map.of();
    private Map<String, String> nextOfOne = Map.of();

    @BeforeAll
    void runInOneProcessOnH2(@TempDir Path home) throws Exception {
        Desk desk = desk(home).set("spring.datasource.url", "jdbc:h2:file:" + home.resolve("database"));

        requireOk(night(desk));
        ofOne = desk.published(DATE).evidence();
        leaveEverySecondScan(desk);
        requireOk(nextNight(desk));
        nextOfOne = desk.published(NEXT).evidence();

        List<String> closed = desk.published(NEXT).breaks().values().stream()
                .map(row -> row.get("closed_on"))
                .toList();
        assertThat(closed).as("breaks that stay open, and others").contains("").hasSizeGreaterThan(3);
        assertThat(desk.published(DATE).unknownProducts()).isNotEmpty();
    }

    @BeforeEach
    void startSandbox() {
        sandbox.close();
        sandbox = sandbox();
    }

    @AfterAll
    void stopSandbox() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aNightWithBreaksFromTheNightBeforeIsTheSame(int number, @TempDir Path home) throws Exception {
        Desk desk = collected(home);
        try (WorkerCrew crew = WorkerCrew.start(desk, number)) {
            requireOk(night(desk));
            assertThat(desk.published(DATE).evidence()).isEqualTo(ofOne);

            leaveEverySecondScan(desk);
            requireOk(nextNight(desk));

            assertThat(desk.published(NEXT).evidence()).isEqualTo(nextOfOne);
            assertThat(crew.terminate()).as(crew.err()).containsOnly(0);
        }
        assertThat(partsOfRows(desk)).isEqualTo(2 * SHARES);
        assertThat(count(desk, "SELECT SUM(derived) FROM run_worker WHERE worker LIKE 'shelftally work %'"))
                .isEqualTo(count(desk, "SELECT COUNT(*) FROM scan_item"));
        assertNothingIsLeft(desk);
    }

    @Test
    void aNightWithTwinsIsDerivedByItsOwnProcess(@TempDir Path home) throws Exception {
        Desk desk = collected(home);
        try (WorkerCrew crew = WorkerCrew.start(desk, 1)) {
            requireOk(desk.night(DATE, "--wait", "60s", "--parquet"));

            assertThat(desk.published(DATE).directory().resolve("reconciled_items.parquet"))
                    .isNotEmptyFile();
            assertThat(crew.terminate()).as(crew.err()).containsOnly(0);
        }
        assertThat(partsOfRows(desk)).isEqualTo(1);
    }

    @Test
    void aRunThatKeepsItsWorkDerivesItAlone(@TempDir Path home) throws Exception {
        Desk desk = collected(home);
        try (WorkerCrew crew = WorkerCrew.start(desk, 1)) {
            requireOk(night(desk.set("shelftally.workers.share", "off")));

            assertThat(desk.published(DATE).evidence()).isEqualTo(ofOne);
            assertThat(crew.terminate()).as(crew.err()).containsOnly(0);
        }
        assertThat(partsOfRows(desk)).isEqualTo(1);
    }

    @Test
    void aWorkerThatIsKilledAmidAPageIsReplacedByAnother(@TempDir Path home) throws Exception {
        Desk desk = collected(home);
        try (ChildProcess killed = worker(armed(home, AMID_THE_THIRD_PAGE));
                WorkerCrew crew = WorkerCrew.start(desk, 1)) {
            requireOk(night(desk));

            assertThat(killed.exitCode()).isEqualTo(137);
            assertThat(desk.published(DATE).evidence()).isEqualTo(ofOne);
            assertThat(crew.terminate()).as(crew.err()).containsOnly(0);
        }
        assertThat(partsOfRows(desk)).isEqualTo(SHARES);
        assertNothingIsLeft(desk);
    }

    @Test
    void whatTheLastWorkerLeavesIsDerivedByTheRunItself(@TempDir Path home) throws Exception {
        Desk desk = collected(home);
        try (ChildProcess killed = worker(armed(home, AMID_THE_THIRD_PAGE));
                ChildProcess night = desk.nightElsewhere(DATE, "--wait", "60s")) {
            assertThat(killed.exitCode()).isEqualTo(137);

            assertThat(night.exitCode()).as(night.err()).isZero();
            assertThat(night.err()).contains("no worker is there; the run's own process derives what is left");
            assertThat(desk.published(DATE).evidence()).isEqualTo(ofOne);
        }
        assertThat(partsOfRows(desk)).isEqualTo(SHARES);
        assertNothingIsLeft(desk);
    }

    /** It has written all of a page but the commit. Its session ends by itself after 10 s, so that others can go on. */
    @Test
    void aWorkerThatIsPausedAmidAPageWritesNothingWhenItWakes(@TempDir Path home) throws Exception {
        Desk desk = collected(home);
        try (ChildProcess paused = worker(armed(home, AMID_THE_THIRD_PAGE + ":stop"));
                WorkerCrew crew = WorkerCrew.start(desk, 1);
                ChildProcess night = desk.nightElsewhere(DATE, "--wait", "60s")) {
            assertThat(paused.awaitStopped()).as(paused.err()).isTrue();

            assertThat(night.exitCode()).as(night.err()).isZero();
            long rows = rows(desk);
            paused.signal("CONT");
            Thread.sleep(2000);

            assertThat(rows(desk)).isEqualTo(rows);
            assertThat(desk.published(DATE).evidence()).isEqualTo(ofOne);
            paused.terminate();
            assertThat(paused.exitCode()).as(paused.err()).isZero();
            assertThat(crew.terminate()).as(crew.err()).containsOnly(0);
        }
        assertNothingIsLeft(desk);
    }

    @Test
    void aRunThatIsKilledWhileWorkersDeriveIsDerivedAnewByTheNext(@TempDir Path home) throws Exception {
        Desk desk = collected(home);
        try (ChildProcess worker = worker(armed(home, AMID_THE_THIRD_PAGE + ":stop"));
                ChildProcess first = desk.nightElsewhere(DATE, "--wait", "60s")) {
            assertThat(worker.awaitStopped()).as(worker.err()).isTrue();
            first.kill();
            worker.signal("CONT");

            requireOk(night(desk));

            assertThat(desk.published(DATE).evidence()).isEqualTo(ofOne);
            worker.terminate();
            assertThat(worker.exitCode()).as(worker.err()).isZero();
        }
        assertThat(partsOfRows(desk)).isEqualTo(SHARES);
        assertNothingIsLeft(desk);
    }

    @Test
    void whatFailsAgainAndAgainFailsTheRun(@TempDir Path home) throws Exception {
        Desk desk = collected(home);
        desk.database().execute("ALTER TABLE scan_row ADD CONSTRAINT no_scan CHECK (scan_id < 0) NOT VALID");
        try (WorkerCrew crew = WorkerCrew.start(desk, 1);
                ChildProcess night = desk.nightElsewhere(DATE, "--wait", "60s")) {
            await(() -> desk.database()
                            .update("UPDATE scheduled_tasks SET consecutive_failures = 8"
                                    + " WHERE consecutive_failures > 0 AND NOT picked")
                    > 0);

            assertThat(night.exitCode()).as(night.err()).isEqualTo(70);
            assertThat(night.err()).contains("deriving 2026-11-21 export", "failed 9 times", "no_scan");

            desk.database().execute("ALTER TABLE scan_row DROP CONSTRAINT no_scan");
            requireOk(night(desk));
            assertThat(desk.published(DATE).evidence()).isEqualTo(ofOne);
            assertThat(crew.terminate()).as(crew.err()).containsOnly(0);
        }
    }

    private static ChildProcess worker(Desk desk) throws InterruptedException {
        return WorkerCrew.start(desk, 1).workers().get(0);
    }

    /** A night whose process died when all was collected. */
    private Desk collected(Path home) throws Exception {
        try (ChildProcess night = armed(home, "STEP_STARTS:4").nightElsewhere(DATE, "--wait", "60s")) {
            assertThat(night.exitCode()).as(night.err()).isEqualTo(137);
        }
        return desk(home);
    }

    private Desk armed(Path home, String failpoint) throws Exception {
        return desk(home).set("shelftally.failpoint", failpoint);
    }

    private Desk desk(Path home) throws Exception {
        if (!Files.exists(home.resolve("scans.csv"))) {
            new SeededWorld(WORLD, Catalogue.load()).writeLists(home);
        }
        return new Desk(home).facing(sandbox);
    }

    private static Sandbox sandbox() {
        return Sandbox.start(SandboxOptions.of(WorldSource.seed(WORLD)).withLimits(Limits.DOCUMENTED.withRates(0, 0)));
    }

    private static InProcess.Ended night(Desk desk) {
        return desk.night(DATE, "--wait", "60s");
    }

    private static InProcess.Ended nextNight(Desk desk) {
        return desk.night(NEXT, "--wait", "60s");
    }

    private static void requireOk(InProcess.Ended night) {
        assertThat(night.code()).as(night.err()).isZero();
    }

    private static void leaveEverySecondScan(Desk desk) throws Exception {
        List<String> lines = Files.readAllLines(desk.list("scans"));
        List<String> some = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i == 0 || i % 2 == 1) {
                some.add(lines.get(i));
            }
        }
        Files.write(desk.list("scans"), some);
    }

    /** One process numbers them in a row; of shares each has numbers of its own. */
    private static long partsOfRows(Desk desk) {
        return count(desk, "SELECT COUNT(DISTINCT row_id >> 26) FROM reconciled_item_row");
    }

    private static long rows(Desk desk) {
        return count(desk, "SELECT SUM(row_count) FROM reconciled_block");
    }

    private static void assertNothingIsLeft(Desk desk) {
        for (String table : List.of("night_share", "share_page", "share_place", "share_sighting", "scheduled_tasks")) {
            assertThat(count(desk, "SELECT COUNT(*) FROM " + table)).as(table).isZero();
        }
    }

    private static long count(Desk desk, String sql) {
        Long count = desk.database().queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            Thread.sleep(50);
        }
    }
}
