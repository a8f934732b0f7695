package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are killed amid their retries, told to stop, or started twice; then the night is run again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class StoppedIT {

    private static final String DATE = "2026-11-02";
    private static final String CODE = "'code': '00013562302284'";

    private Map<String, String> undisturbed = Map.of();

    @BeforeAll
    void runUndisturbed(@TempDir Path home) {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk(home).facing(sandbox);

            assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();

            undisturbed = desk.published(DATE).evidence();
        }
    }

    @Test
    void aRunThatIsKilledAmidItsCallsIsFinishedByTheNext(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk(home).facing(sandbox);
            for (int calls = 10; calls <= 30; calls += 10) {
                try (ChildProcess child = desk.nightElsewhere(DATE, "--wait", "60s")) {
                    awaitCalls(sandbox, calls, child);
                    child.kill();
                }
            }

            assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();

            assertThat(desk.published(DATE).evidence()).isEqualTo(undisturbed);
            assertNoRetryIsDoubled(sandbox);
        }
    }

    @Test
    void aRunThatIsToldToStopEndsSoonAndIsResumed(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk(home).facing(sandbox);
            try (ChildProcess child = desk.nightElsewhere(DATE, "--wait", "60s")) {
                awaitCalls(sandbox, 20, child);
                child.terminate();

                assertThat(child.exitCode()).as(child.err()).isEqualTo(75);
                assertThat(child.err()).contains("stopped by a signal").doesNotContain("\tat ");
            }
            assertThat(desk.published(DATE).exists()).isFalse();

            assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();

            assertThat(desk.published(DATE).evidence()).isEqualTo(undisturbed);
            assertNoRetryIsDoubled(sandbox);
        }
    }

    @Test
    void aSecondStartOnTheSameDatabaseIsToTryLater(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = new WorldText()
                        .capture(id(0), CODE, "'progression': ['PENDING']")
                        .start();
                ChildProcess first =
                        desk(home).facing(sandbox).captures("capture_id", id(0)).nightElsewhere(DATE)) {
            awaitCalls(sandbox, 1, first);
            try (ChildProcess second = desk(home).facing(sandbox).nightElsewhere("2026-11-03")) {
                assertThat(second.exitCode()).as(second.err()).isEqualTo(75);
                assertThat(second.err()).contains("in use by another process").doesNotContain("\tat ");
            }
            assertThat(first.isAlive()).isTrue();
        }
    }

    /** Every capture takes a few calls, of 30 ms each, so that there is time to kill a run. */
    private static WorldText world() {
        WorldText world = new WorldText();
        IntStream.rangeClosed(1, 12)
                .forEach(id -> world.scan(
                        id,
                        "'progression': ['IN_PROGRESS', 'IN_PROGRESS', 'COMPLETE'], 'report': {'ITEMS_SEEN': ["
                                + "'00013562302284', {'upc': null}], 'OOS': []}, 'extraItems': [{'id': 7}],"
                                + "'statusSteps': [{'delayMs': 50, 'times': 9}], 'reportSteps': [{'delayMs': 90}]"));
        IntStream.range(0, 40).forEach(number -> world.capture(id(number), CODE, capture(number)));
        return world;
    }

    private static String capture(int number) {
        String slow = "'readSteps': [{'delayMs': 30, 'times': 99}], ";
        return (number % 8 < 6 ? slow : "")
                + switch (number % 8) {
                    case 0 -> "'progression': ['PENDING', 'LOOKING_UP', 'COMPLETED']";
                    case 1 -> "'progression': ['NOT_FOUND']";
                    case 2 ->
                        "'progression': ['FAILED'], 'afterRetry': [['PENDING', 'COMPLETED'], ['FAILED']],"
                                + "'retrySteps': [{'delayMs': 60}]";
                    case 3 ->
                        "'progression': ['PENDING', 'FAILED'], 'staleRetry': true, 'afterRetry': [['COMPLETED'], ['FAILED']],"
                                + "'retrySteps': [{'delayMs': 60}]";
                    case 4 ->
                        "'progression': ['FAILED'], 'afterRetry': [['PENDING', 'FAILED'], ['COMPLETED']],"
                                + "'retrySteps': [{'delayMs': 60}]";
                    case 5 ->
                        "'progression': ['FAILED'], 'afterRetry': [['PENDING', 'COMPLETED'], ['FAILED']],"
                                + "'retrySteps': [{'status': 503, 'applied': true, 'delayMs': 60}]";
                    case 6 ->
                        "'readSteps': [{'delayMs': 30, 'status': 404, 'times': 'forever'}], 'progression': ['PENDING']";
                    default ->
                        "'readSteps': [{'delayMs': 30, 'status': 403, 'times': 'forever'}], 'progression': ['PENDING']";
                };
    }

    private static Desk desk(Path home) {
        List<String> scans = new ArrayList<>(List.of("scan_id,store_id,section"));
        IntStream.rangeClosed(1, 12).forEach(id -> scans.add(id + ",S" + id % 3 + ",dairy"));
        List<String> captures = new ArrayList<>(List.of("capture_id,scan_id"));
        IntStream.range(0, 40).forEach(number -> captures.add(id(number) + "," + (number % 12 + 1)));
        captures.add("bad,1");
        return new Desk(home)
                .set("shelftally.closient.in-flight", "4")
                .set("shelftally.pensa.in-flight", "2")
                .set("shelftally.pensa.status-batch", "3")
                .scans(scans.toArray(String[]::new))
                .captures(captures.toArray(String[]::new));
    }

    private static String id(int number) {
        return Ids.id("capture" + (char) ('a' + number / 20) + (char) ('a' + number % 20));
    }

    /** Waits until the vendors got so many calls about captures. */
    private static void awaitCalls(Sandbox sandbox, int calls, ChildProcess child) throws InterruptedException {
        long before = captureCalls(sandbox);
        while (captureCalls(sandbox) < before + calls && child.isAlive()) {
            Thread.sleep(2);
        }
        assertThat(child.isAlive()).as(child.err()).isTrue();
    }

    private static long captureCalls(Sandbox sandbox) {
        return sandbox.journal().entries().stream()
                .filter(call -> call.path().contains("/captures/"))
                .count();
    }

    /** A second retry is allowed only if a read after the first still showed FAILED, which no capture here does. */
    private static void assertNoRetryIsDoubled(Sandbox sandbox) {
        Map<String, Long> retries = sandbox.journal().entries().stream()
                .filter(call -> call.method().equals("POST") && call.path().endsWith("/retry"))
                .collect(Collectors.groupingBy(JournalEntry::path, Collectors.counting()));
        assertThat(retries.values()).isNotEmpty().containsOnly(1L);
    }
}
