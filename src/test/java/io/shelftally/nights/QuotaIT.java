package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import io.shelftally.proof.sandbox.endpoints.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nights with fewer calls than there is work. */
@Timeout(60)
class QuotaIT {

    private static final String DONE = "'code': '00013562302284'";
    private static final String FAILS_ONCE = DONE + ", 'progression': ['FAILED'], 'afterRetry': [['COMPLETED']]";

    @TempDir
    private Path home;

    @Test
    void whatTheQuotaDoesNotReachIsDeferredAndDoneOnTheNextNight() {
        WorldText world = world(FAILS_ONCE, 8);
        try (Sandbox sandbox = world.start()) {
            Desk desk = desk(8).facing(sandbox).set("shelftally.closient.per-day", "9");

            assertThat(desk.night("2026-11-02", "--wait", "2s").code()).isZero();

            Map<String, Map<String, String>> first =
                    desk.published("2026-11-02").captures();
            assertThat(closientCalls(sandbox)).isLessThanOrEqualTo(9);
            assertThat(outcomes(first)).containsOnly("RECONCILED", "DEFERRED");
            assertThat(outcomes(first)).filteredOn("RECONCILED"::equals).hasSizeGreaterThanOrEqualTo(2);

            desk.captures("capture_id").set("shelftally.closient.per-day", "0");
            assertThat(desk.night("2026-11-03", "--wait", "2s", "--allow-empty").code())
                    .isZero();

            Map<String, Map<String, String>> second =
                    desk.published("2026-11-03").captures();
            assertThat(outcomes(second)).containsOnly("RECONCILED");
            assertThat(second.keySet()).containsExactlyInAnyOrderElementsOf(deferred(first));
            assertThat(desk.published("2026-11-03").items().get("1 00013562302284"))
                    .containsEntry("capture_count", "8");
        }
    }

    @Test
    void aQuotaThatIsSpentBeforeAnythingIsDoneIsToTryLater() {
        try (Sandbox sandbox = world(DONE, 2).start()) {
            Desk desk = desk(1).facing(sandbox).set("shelftally.closient.per-day", "1");
            assertThat(desk.night("2026-11-02", "--wait", "2s").code()).isZero();

            desk.captures("capture_id,scan_id", id(1) + ",1").scans("scan_id");
            InProcess.Ended ended = desk.night("2026-11-03", "--wait", "1s", "--allow-empty");

            assertThat(ended.err()).contains("quota");
            assertThat(ended.code()).isEqualTo(75);
            assertThat(desk.published("2026-11-03").exists()).isFalse();
            assertThat(closientCalls(sandbox)).isEqualTo(1);

            desk.set("shelftally.closient.per-day", "0");
            assertThat(desk.night("2026-11-03", "--wait", "2s", "--allow-empty").code())
                    .isZero();
            assertThat(outcomes(desk.published("2026-11-03").captures())).containsExactly("RECONCILED");
        }
    }

    @Test
    void scansArePublishedThoughTheQuotaIsSpent() {
        try (Sandbox sandbox = world(DONE, 3)
                .limits(new Limits(0, 4, 4, 100, Duration.ofHours(1)))
                .start()) {
            Desk desk = desk(3).facing(sandbox);

            assertThat(desk.night("2026-11-02", "--wait", "2s").code()).isZero();

            assertThat(outcomes(desk.published("2026-11-02").captures())).containsOnly("DEFERRED");
            assertThat(desk.published("2026-11-02").scans().get("1")).containsEntry("outcome", "REPORTED");
            assertThat(closientCalls(sandbox)).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void everyCaptureIsReadBeforeASlowOneIsReadAgain() {
        WorldText world = world("'progression': ['PENDING']", 8);
        for (int i = 8; i < 16; i++) {
            world.capture(id(i), DONE);
        }
        try (Sandbox sandbox = world.start()) {
            Desk desk = desk(16).facing(sandbox)
                    .set("shelftally.closient.per-day", "20")
                    .set("shelftally.closient.in-flight", "3");

            assertThat(desk.night("2026-11-02", "--wait", "2s").code()).isZero();

            assertThat(sandbox.journal().entries().stream()
                            .filter(call -> call.path().startsWith("/scanner/"))
                            .limit(16)
                            .map(JournalEntry::path))
                    .doesNotHaveDuplicates();
            assertThat(closientCalls(sandbox)).isEqualTo(20);
            assertThat(outcomes(desk.published("2026-11-02").captures()))
                    .containsOnly("RECONCILED", "IN_PROGRESS")
                    .filteredOn("RECONCILED"::equals)
                    .hasSize(8);
        }
    }

    private Desk desk(int captures) {
        List<String> lines = new ArrayList<>(List.of("capture_id,scan_id"));
        for (int i = 0; i < captures; i++) {
            lines.add(id(i) + ",1");
        }
        return new Desk(home).scans("scan_id", "1").captures(lines.toArray(String[]::new));
    }

    private static WorldText world(String capture, int captures) {
        WorldText world = new WorldText().scan(1, "'report': {'ITEMS_SEEN': ['00013562302284']}");
        for (int i = 0; i < captures; i++) {
            world.capture(id(i), capture);
        }
        return world;
    }

    private static String id(int number) {
        return Ids.id("capture" + (char) ('a' + number));
    }

    private static List<String> outcomes(Map<String, Map<String, String>> captures) {
        return captures.values().stream()
                .map(row -> row.getOrDefault("outcome", ""))
                .toList();
    }

    private static List<String> deferred(Map<String, Map<String, String>> captures) {
        return captures.entrySet().stream()
                .filter(row -> "DEFERRED".equals(row.getValue().get("outcome")))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long closientCalls(Sandbox sandbox) {
        return sandbox.journal().entries().stream()
                .map(JournalEntry::path)
                .filter(path -> path.startsWith("/scanner/"))
                .count();
    }
}
