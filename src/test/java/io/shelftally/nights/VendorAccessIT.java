package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import io.shelftally.proof.sandbox.endpoints.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, tokens and status batches. */
class VendorAccessIT {

    private static final String DATE = "2026-11-02";
    private static final String REPORT = "'report': {'ITEMS_SEEN': ['00013562302284']}";

    @TempDir
    private Path home;

    @Test
    void aTokenIsRenewedBeforeItEnds() {
        WorldText world = new WorldText()
                .limits(new Limits(0, 0, 0, 100, Duration.ofSeconds(1)))
                .scan(1, "'progression': ['IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'COMPLETE'], " + REPORT);
        try (Sandbox sandbox = world.start()) {
            Desk desk = withClient(new Desk(home).facing(sandbox), sandbox)
                    .set("shelftally.poll.first", "1s")
                    .set("shelftally.poll.longest", "1s")
                    .scans("scan_id", "1");

            assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();

            assertThat(desk.published(DATE).scans().get("1")).containsEntry("outcome", "REPORTED");
            assertThat(calls(sandbox, "/auth-token")).hasSizeBetween(2, 6);
        }
    }

    @Test
    void aTokenThatIsRefusedOnceIsRenewedOnce() {
        WorldText world = new WorldText()
                .scan(1, "'statusSteps': [{}, {'status': 401}], 'progression': ['IN_PROGRESS', 'COMPLETE'], " + REPORT);
        try (Sandbox sandbox = world.start()) {
            Desk desk = withClient(new Desk(home).facing(sandbox), sandbox).scans("scan_id", "1");

            assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();

            assertThat(calls(sandbox, "/auth-token")).hasSize(2);
        }
    }

    @Test
    void aTokenThatIsRefusedTwiceEndsTheRun() {
        WorldText world = new WorldText().scan(1, "'statusSteps': [{'status': 401, 'times': 'forever'}], " + REPORT);
        try (Sandbox sandbox = world.start()) {
            Desk desk = withClient(new Desk(home).facing(sandbox), sandbox).scans("scan_id", "1");

            InProcess.Ended ended = desk.night(DATE, "--wait", "60s");

            assertThat(ended.code()).isEqualTo(77);
            assertThat(ended.err()).contains("token").doesNotContain("sandbox-secret");
            assertThat(calls(sandbox, "/scan-statuses")).hasSize(2);
        }
    }

    @Test
    void aTokenThatCannotBeHadAtOnceIsAskedForAgain() {
        WorldText world = new WorldText()
                .tokenSteps("{'status': 503, 'times': 2}, {'text': '<html>'}, {'body': {'access_token': null}}")
                .scan(1, REPORT);
        try (Sandbox sandbox = world.start()) {
            Desk desk = withClient(new Desk(home).facing(sandbox), sandbox).scans("scan_id", "1");

            assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();

            assertThat(desk.published(DATE).scans().get("1")).containsEntry("outcome", "REPORTED");
        }
    }

    @Test
    void aKeyThatMayReadNothingEndsTheRun() {
        WorldText world = new WorldText();
        List<String> ids = LongStream.range(0, 12)
                .mapToObj(i -> Ids.id("capture" + (char) ('a' + i)))
                .toList();
        ids.forEach(id -> world.capture(id, "'readSteps': [{'status': 403, 'times': 'forever'}]"));
        try (Sandbox sandbox = world.start()) {
            Desk desk = new Desk(home)
                    .facing(sandbox)
                    .captures(
                            Stream.concat(Stream.of("capture_id"), ids.stream()).toArray(String[]::new));

            InProcess.Ended ended = desk.night(DATE, "--wait", "2s");

            assertThat(ended.code()).isEqualTo(77);
            assertThat(ended.err()).contains("Closient", "403");
            assertThat(desk.published(DATE).exists()).isFalse();
        }
    }

    @Test
    void aScanTokenThatMayReadNothingEndsTheRun() {
        WorldText world = new WorldText();
        String[] lines = LongStream.rangeClosed(0, 12)
                .mapToObj(id -> id == 0 ? "scan_id" : Long.toString(id))
                .toArray(String[]::new);
        LongStream.rangeClosed(1, 12)
                .forEach(id -> world.scan(id, "'statusSteps': [{'status': 403, 'times': 'forever'}]"));
        try (Sandbox sandbox = world.start()) {
            Desk desk = new Desk(home)
                    .facing(sandbox)
                    .set("shelftally.pensa.status-batch", "1")
                    .scans(lines);

            assertThat(desk.night(DATE, "--wait", "2s").code()).isEqualTo(77);
        }
    }

    @Test
    void aTokenIsSentAsBearerBesidesWhereThatIsSet() {
        WorldText world = new WorldText().scan(1, REPORT).habits("'bearer': true");
        try (Sandbox sandbox = world.start()) {
            Desk desk = new Desk(home).facing(sandbox).scans("scan_id", "1");

            InProcess.Ended refused = desk.night(DATE, "--wait", "2s");
            InProcess.Ended accepted =
                    desk.set("shelftally.pensa.bearer", "true").night(DATE, "--wait", "2s");

            assertThat(refused.code()).isEqualTo(77);
            assertThat(refused.err())
                    .contains("x-pensa-access-token", "Authorization: Bearer", "shelftally.pensa.bearer")
                    .doesNotContain("sandbox-token");
            assertThat(accepted.code()).isZero();
            assertThat(desk.published(DATE).scans().get("1")).containsEntry("outcome", "REPORTED");
        }
    }

    @Test
    void statusesAreAskedForInBatches() {
        WorldText world = new WorldText();
        String[] lines = LongStream.rangeClosed(0, 250)
                .mapToObj(id -> id == 0 ? "scan_id" : Long.toString(id))
                .toArray(String[]::new);
        LongStream.rangeClosed(1, 250).filter(id -> id % 50 != 0).forEach(id -> world.scan(id, REPORT));
        try (Sandbox sandbox = world.start()) {
            Desk desk = new Desk(home)
                    .facing(sandbox)
                    .set("shelftally.pensa.hedge-share", "0")
                    .scans(lines);

            assertThat(desk.night(DATE, "--wait", "1s").code()).isZero();

            assertThat(desk.published(DATE).scans().values())
                    .hasSize(250)
                    .filteredOn(row -> "UNKNOWN_SCAN".equals(row.get("outcome")))
                    .hasSize(5);
            assertThat(calls(sandbox, "/scan-statuses"))
                    .allMatch(call -> call.ids().size() <= 100)
                    .filteredOn(call -> call.ids().contains("1"))
                    .hasSize(1);
            assertThat(calls(sandbox, "/reports-on-demand")).hasSize(245);
        }
    }

    private static Desk withClient(Desk desk, Sandbox sandbox) {
        return desk.unset("shelftally.pensa.access-token")
                .set("shelftally.pensa.token-url", sandbox.tokenUri().toString())
                .set("shelftally.pensa.client-id", "sandbox-client")
                .set("shelftally.pensa.client-secret", "sandbox-secret");
    }

    private static List<JournalEntry> calls(Sandbox sandbox, String path) {
        return sandbox.journal().entries().stream()
                .filter(call -> call.path().endsWith(path))
                .toList();
    }
}
