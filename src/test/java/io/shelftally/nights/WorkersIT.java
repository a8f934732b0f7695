package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.OnPostgresql;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import io.shelftally.proof.sandbox.endpoints.Latency;
import io.shelftally.proof.sandbox.endpoints.Limits;
import io.shelftally.proof.sandbox.seeded.SeededOptions;
import io.shelftally.proof.sandbox.seeded.SeededWorld;
import io.shelftally.proof.sandbox.world.Catalogue;
import io.shelftally.proof.torture.Retries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A night whose collection is shared by processes of their own publishes the bytes of one process on H2. */
@OnPostgresql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class WorkersIT {

    private static final String DATE = "2026-11-21";
    /** One in which everything settles, so that no night waits. */
    private static final SeededOptions WORLD = new SeededOptions(3, 40, 10, 20, 25);

    /** 9 s by design; the rest is for a busy machine. */
    private static final Duration LONGEST_TAKEOVER = Duration.ofSeconds(12);

    /** The transactions of a process, whose name is to follow. */
    private static final String OPEN =
            "SELECT COUNT(*) FROM pg_stat_activity WHERE xact_start IS NOT NULL AND application_name = '";

    private final Map<String, Long> retriesOfOne = new TreeMap<>();
    private Map<String, String> ofOne = Map.of();

    @BeforeAll
    void runInOneProcessOnH2(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = sandbox(Duration.ZERO)) {
            Desk desk = desk(home, sandbox).set("spring.datasource.url", "jdbc:h2:file:" + home.resolve("database"));

            InProcess.Ended night = night(desk);
            assertThat(night.code()).as(night.err()).isZero();

            ofOne = desk.published(DATE).evidence();
            retriesOfOne.putAll(retries(sandbox));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4})
    void theBytesAreTheSameForAnyNumberOfWorkers(int number, @TempDir Path home) throws Exception {
        try (Sandbox sandbox = sandbox(Duration.ofMillis(20))) {
            Desk desk = desk(home, sandbox).set("shelftally.pensa.in-flight", "auto");
            try (WorkerCrew crew = crew(desk, number)) {
                InProcess.Ended night = night(desk);

                assertThat(night.code()).as(night.err()).isZero();
                assertThat(desk.published(DATE).evidence()).isEqualTo(ofOne);
                assertThat(retries(sandbox)).isEqualTo(retriesOfOne);
                assertThat(workers(desk)).hasSizeBetween(Math.min(number, 2), number);
                assertThat(partsOfRows(desk)).isEqualTo(number == 0 ? 1 : 2);
                assertThat(desk.run("show", "1").out()).contains("calls to pensa at its end, from ");
                String report = desk.published(DATE).text("report.html");
                assertThat(report.contains("<summary>Workers</summary>")).isEqualTo(number > 0);
                assertThat(workers(desk)).allMatch(report::contains);
                InProcess.Ended listed = desk.run("workers");
                assertThat(listed.out()).contains(number == 0 ? "no worker" : "live");
                assertThat(crew.terminate()).as(crew.err()).allMatch(code -> code == 0);
            }
            assertThat(count(desk, "SELECT COUNT(*) FROM scheduled_tasks")).isZero();
            assertThat(count(desk, "SELECT COUNT(*) FROM engine_member")).isZero();
        }
    }

    @Test
    void aKilledWorkersItemsAreSoonAtWorkAgainAndAPausedOneDoesNothingWhenItWakes(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = sandbox(Duration.ofMillis(200))) {
            Desk desk = desk(home, sandbox);
            try (ChildProcess killed = worker(desk(home, sandbox));
                    ChildProcess other = worker(desk(home, sandbox));
                    ChildProcess paused =
                            worker(desk(home, sandbox).set("shelftally.failpoint", "BEFORE_CALL:6:stop"));
                    ChildProcess night = desk.nightElsewhere(DATE, "--wait", "60s")) {
                String name = name(killed);
                await(() -> count(desk, "SELECT COUNT(*) FROM scheduled_tasks WHERE picked_by = '" + name + "'") > 0
                        && sandbox.journal().entries().size() > 12);
                assertThat(paused.awaitStopped()).as(paused.err()).isTrue();
                long start = System.nanoTime();
                killed.kill();
                List<String> lost = tasks(desk, "picked_by = '" + name + "'");
                await(() -> isTakenUp(desk, lost, name));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST_TAKEOVER);

                assertThat(night.exitCode()).as(night.err()).isZero();
                assertThat(desk.published(DATE).evidence()).isEqualTo(ofOne);
                int calls = sandbox.journal().entries().size();
                long settled = count(desk, "SELECT SUM(calls) FROM call_count");
                paused.signal("CONT");
                Thread.sleep(3000);

                assertThat(sandbox.journal().entries()).hasSize(calls);
                assertThat(count(desk, "SELECT SUM(calls) FROM call_count")).isEqualTo(settled);
                assertThat(desk.published(DATE).evidence()).isEqualTo(ofOne);
                assertThat(retries(sandbox)).isEqualTo(retriesOfOne);
                paused.terminate();
                other.terminate();
                assertThat(paused.exitCode()).as(paused.err()).isZero();
                assertThat(other.exitCode()).as(other.err()).isZero();
            }
        }
    }

    /** There are more parts of either than one worker has slices. */
    @Test
    void neitherVendorWaitsUntilTheOthersPartsAreWorkedOff(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = sandbox(Duration.ofMillis(20))) {
            Desk desk = desk(home, sandbox).set("shelftally.workers.slices", "1");
            try (WorkerCrew crew = crew(desk, 1)) {
                assertThat(night(desk).code()).as(crew.err()).isZero();
            }

            List<Boolean> ofPensa = sandbox.journal().entries().stream()
                    .map(call -> call.path().matches(".*(scan-statuses|reports-on-demand).*"))
                    .toList();
            assertThat(ofPensa.indexOf(false)).as("Closient's first call").isLessThan(10);
            assertThat(ofPensa.indexOf(true)).as("Pensa's first call").isLessThan(ofPensa.size() / 2);
        }
    }

    /** It has locked the rows that it writes, and its task's. */
    @Test
    void aWorkerThatIsPausedAmidATransactionKeepsNobodyFromItsRows(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = sandbox(Duration.ofMillis(20))) {
            Desk desk = desk(home, sandbox);
            try (ChildProcess paused =
                            worker(desk(home, sandbox).set("shelftally.failpoint", "NIGHT_BEFORE_COMMIT:4:stop"));
                    ChildProcess night = desk.nightElsewhere(DATE, "--wait", "60s")) {
                assertThat(paused.awaitStopped()).as(paused.err()).isTrue();
                String name = name(paused);
                assertThat(count(desk, OPEN + name + "'")).isPositive();
                long start = System.nanoTime();
                try (ChildProcess other = worker(desk(home, sandbox))) {
                    await(() ->
                            count(desk, "SELECT COUNT(*) FROM scheduled_tasks WHERE picked_by = '" + name + "'") == 0);
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST_TAKEOVER);
                    assertThat(count(desk, OPEN + name + "'")).isZero();

                    assertThat(night.exitCode()).as(night.err()).isZero();
                    assertThat(desk.published(DATE).evidence()).isEqualTo(ofOne);
                    assertThat(retries(sandbox)).isEqualTo(retriesOfOne);
                    paused.signal("CONT");
                    paused.terminate();
                    other.terminate();
                    assertThat(paused.exitCode()).as(paused.err()).isZero();
                    assertThat(other.exitCode()).as(other.err()).isZero();
                }
            }
        }
    }

    @Test
    void workersOutliveTheRunsOwnProcessAndOneThatIsToStopPutsItsWorkDown(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = sandbox(Duration.ofMillis(200))) {
            Desk desk = desk(home, sandbox);
            try (WorkerCrew crew = crew(desk, 2);
                    ChildProcess first = desk.nightElsewhere(DATE, "--wait", "60s")) {
                await(() -> sandbox.journal().entries().size() > 10);
                first.kill();
                int calls = sandbox.journal().entries().size();
                await(() -> sandbox.journal().entries().size() > calls + 10);
                long start = System.nanoTime();
                crew.workers().get(0).terminate();
                assertThat(crew.workers().get(0).exitCode()).as(crew.err()).isZero();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));

                InProcess.Ended second = night(desk);

                assertThat(second.code()).as(second.err()).isZero();
                assertThat(desk.published(DATE).evidence()).isEqualTo(ofOne);
                assertThat(retries(sandbox)).isEqualTo(retriesOfOne);
            }
        }
    }

    @Test
    void aRunWhoseWorkersAllGoWorksOnItsOwn(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = sandbox(Duration.ofMillis(100))) {
            Desk desk = desk(home, sandbox);
            try (WorkerCrew crew = crew(desk, 1);
                    ChildProcess night = desk.nightElsewhere(DATE, "--wait", "60s")) {
                await(() -> sandbox.journal().entries().size() > 10);
                crew.terminate();

                assertThat(night.exitCode()).as(night.err()).isZero();
                assertThat(night.err()).contains("no worker is there");
                assertThat(desk.published(DATE).evidence()).isEqualTo(ofOne);
                assertThat(retries(sandbox)).isEqualTo(retriesOfOne);
            }
        }
    }

    @Test
    void aWorkerOnH2IsToldWhatItNeeds(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = sandbox(Duration.ZERO)) {
            Desk desk = desk(home, sandbox).set("spring.datasource.url", "jdbc:h2:file:" + home.resolve("database"));
            desk.run("migrate");

            InProcess.Ended worker = desk.run("work");

            assertThat(worker.code()).isEqualTo(78);
            assertThat(worker.err()).contains("a worker needs the PostgreSQL database");
            assertThat(desk.run("workers").out()).contains("no worker");
        }
    }

    private static WorkerCrew crew(Desk desk, int number) throws InterruptedException {
        assertThat(desk.run("migrate").code()).isZero();
        return WorkerCrew.start(desk, number);
    }

    private static ChildProcess worker(Desk desk) throws InterruptedException {
        return crew(desk, 1).workers().get(0);
    }

    /** As the engine knows it. */
    private static String name(ChildProcess worker) {
        return worker.err()
                .lines()
                .filter(line -> line.contains("waits for a run"))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".* (shelftally work \\S+ \\S+) waits.*", "$1");
    }

    private static List<String> tasks(Desk desk, String condition) {
        return desk.database()
                .queryForList("SELECT task_instance FROM scheduled_tasks WHERE " + condition, String.class);
    }

    /** Whether each of them is in others' hands, or has been and needs no more work now. */
    private static boolean isTakenUp(Desk desk, List<String> lost, String loser) {
        return tasks(desk, "picked_by = '" + loser + "'").isEmpty()
                && tasks(desk, "NOT picked AND execution_time <= TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00'")
                        .stream()
                        .noneMatch(lost::contains);
    }

    private static List<String> workers(Desk desk) {
        return desk.database().queryForList("SELECT DISTINCT worker FROM run_worker WHERE items > 0", String.class);
    }

    /** One process numbers them in a row; of shares each has numbers of its own. */
    private static long partsOfRows(Desk desk) {
        return count(desk, "SELECT COUNT(DISTINCT row_id >> 26) FROM reconciled_item_row");
    }

    private static long count(Desk desk, String sql) {
        JdbcTemplate database = desk.database();
        Long count = database.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    private static InProcess.Ended night(Desk desk) {
        return desk.night(DATE, "--wait", "60s");
    }

    private static Sandbox sandbox(Duration latency) throws Exception {
        return Sandbox.start(SandboxOptions.of(WorldSource.seed(WORLD))
                .withLimits(Limits.DOCUMENTED.withRates(0, 0))
                .withLatency(Latency.of(latency, 0, Duration.ZERO)));
    }

    private static Desk desk(Path home, Sandbox sandbox) throws Exception {
        new SeededWorld(WORLD, Catalogue.load()).writeLists(home);
        return new Desk(home)
                .facing(sandbox)
                .set("shelftally.closient.in-flight", "2")
                .set("shelftally.pensa.in-flight", "2");
    }

    /** By capture: how often its retry reached the vendor, but for those that a read allowed which still said FAILED. */
    private static Map<String, Long> retries(Sandbox sandbox) {
        return Retries.in(sandbox.journal().entries()).ofItself();
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
