package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.TestDatabase;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run is paused and does not show that it lives; another takes over and finishes; then the first one wakes. */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class TakeoverIT {

    private static final String DATE = "2026-11-02";
    private static final String CODE = "'code': '00013562302284'";

    private Server server;
    private Map<String, String> undisturbed = Map.of();

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk(home).facing(sandbox);

            assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();

            undisturbed = desk.published(DATE).evidence();
        }
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    /** Amid calls, in an open transaction, with its lease's row locked, and right before a version becomes visible. */
    List<String> failpoints() {
        return List.of(
                "BEFORE_CALL:20",
                "CALL_ANSWERED:30",
                "RETRY_INTENDED:3",
                "RETRY_ANSWERED:3",
                "NIGHT_BEFORE_COMMIT:6",
                "ROWS_BEFORE_COMMIT:2",
                "BATCH_BEFORE_COMMIT:9",
                "FILE_OPENED:2",
                "BEFORE_VERSION:1",
                "VERSION_SHOWN:1");
    }

    @ParameterizedTest
    @MethodSource("failpoints")
    void aRunThatWakesAfterATakeoverWritesCallsAndPublishesNothing(String failpoint, @TempDir Path home)
            throws Exception {
        try (Sandbox sandbox = world().start();
                ChildProcess first = desk(home)
                        .facing(sandbox)
                        .set("shelftally.failpoint", failpoint + ":stop")
                        .nightElsewhere(DATE, "--wait", "60s")) {
            assertThat(first.awaitStopped()).as(first.err()).isTrue();

            Desk desk = desk(home).facing(sandbox);
            try (ChildProcess second = desk.nightElsewhere(DATE, "--wait", "60s")) {
                assertThat(second.exitCode()).as(second.err()).isZero();
                assertThat(second.err()).contains("this run takes over");
            }
            List<String> database = rows(home);
            List<String> published = published(desk.out());
            int calls = sandbox.journal().entries().size();

            first.signal("CONT");

            assertThat(first.exitCode()).as(first.err()).isEqualTo(75);
            assertThat(first.err()).contains("another run has taken over").doesNotContain("\tat ");
            assertThat(rows(home)).containsExactlyElementsOf(database);
            assertThat(published(desk.out())).isEqualTo(published);
            assertThat(sandbox.journal().entries()).hasSize(calls);
            assertThat(desk.published(DATE).evidence()).isEqualTo(undisturbed);
            assertNoRetryIsDoubled(sandbox);
        }
    }

    @Test
    void aRunThatIsPausedForLessThanItsLeaseGoesOnAndTheOtherIsToTryLater(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = world().start();
                ChildProcess first = desk(home)
                        .facing(sandbox)
                        .set("shelftally.run.lease", "60s")
                        .set("shelftally.failpoint", "BEFORE_CALL:20:stop")
                        .nightElsewhere(DATE, "--wait", "60s")) {
            assertThat(first.awaitStopped()).as(first.err()).isTrue();
            try (ChildProcess second = desk(home)
                    .facing(sandbox)
                    .set("shelftally.run.lease", "60s")
                    .nightElsewhere("2026-11-03")) {
                awaitWaitingOrEnd(second);
                first.signal("CONT");

                assertThat(second.exitCode()).as(second.err()).isEqualTo(75);
                assertThat(second.err()).contains("another run for " + DATE + " holds the lease: process");
            }

            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(desk(home).published(DATE).evidence()).isEqualTo(undisturbed);
        }
    }

    /** The first beat was of late, or it was not: the second start need not wait to know that the first is alive. */
    private static void awaitWaitingOrEnd(ChildProcess second) throws InterruptedException {
        second.awaitLine(line -> line.contains("waiting for a sign of life"));
    }

    private Desk desk(Path home) {
        List<String> captures = new ArrayList<>(List.of("capture_id,scan_id"));
        IntStream.range(0, 16).forEach(number -> captures.add(id(number) + "," + (number % 4 + 1)));
        return new Desk(home)
                .set("spring.datasource.url", url(home))
                .set("shelftally.run.lease", "4s")
                .set("shelftally.closient.in-flight", "1")
                .set("shelftally.pensa.in-flight", "1")
                .scans("scan_id", "1", "2", "3", "4")
                .captures(captures.toArray(String[]::new));
    }

    private static WorldText world() {
        WorldText world = new WorldText();
        IntStream.rangeClosed(1, 4)
                .forEach(id -> world.scan(
                        id,
                        "'progression': ['IN_PROGRESS', 'COMPLETE'],"
                                + "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}"));
        IntStream.range(0, 16)
                .forEach(number -> world.capture(
                        id(number),
                        CODE,
                        number % 2 == 0
                                ? "'progression': ['PENDING', 'COMPLETED']"
                                : "'progression': ['FAILED'], 'afterRetry': [['PENDING', 'COMPLETED'], ['FAILED']]"));
        return world;
    }

    private static String id(int number) {
        return Ids.id("capture" + (char) ('a' + number));
    }

    /** Of a server, so that a process that is paused does not keep the other one out. */
    String url(Path home) {
        return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/" + home.resolve("database");
    }

    /** Without the places that a process has among those that call a vendor, which are its own to give back. */
    private List<String> rows(Path home) {
        return TestDatabase.rows(url(home)).stream()
                .filter(row -> !row.startsWith("call_share "))
                .toList();
    }

    /** The files that readers can reach, and where the links lead; a place that is in use and unfinished is none of them. */
    private static List<String> published(Path out) throws Exception {
        try (Stream<Path> all = Files.walk(out)) {
            return all.filter(path -> !path.toString().contains(".staging-"))
                    .filter(path -> Files.isSymbolicLink(path) || Files.isRegularFile(path))
                    .map(path -> path + " " + state(path))
                    .sorted()
                    .toList();
        }
    }

    private static String state(Path path) {
        try {
            return path.toRealPath() + " " + Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertNoRetryIsDoubled(Sandbox sandbox) {
        Map<String, Long> retries = sandbox.journal().entries().stream()
                .filter(call -> call.method().equals("POST") && call.path().endsWith("/retry"))
                .collect(Collectors.groupingBy(JournalEntry::path, Collectors.counting()));
        assertThat(retries.values()).isNotEmpty().containsOnly(1L);
    }
}
