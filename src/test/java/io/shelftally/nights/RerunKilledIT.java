package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reruns that are killed, and what is started after them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class RerunKilledIT {

    private static final String DATE = "2026-11-02";
    private static final String CODE = "'code': '00013562302284'";
    private static final String REPORT = "'report': {'ITEMS_SEEN': ['00013562302284']}";
    private static final String[] RERUN = {"rerun", "--date", DATE, "--failed", "--wait", "20s", "--quiet"};

    private Map<String, String> undisturbed = Map.of();

    @BeforeAll
    void rerunUndisturbed(@TempDir Path home) {
        Desk desk = afterTheNight(home);
        try (Sandbox sandbox = recovering().start()) {
            assertSuccess(desk.facing(sandbox).run(RERUN));
        }
        undisturbed = desk.published(DATE).evidence();
    }

    /** Once what is selected is on record, amid the retry, and when the new version is shown. */
    @ParameterizedTest
    @ValueSource(strings = {"STEP_ENDED:1", "RETRY_ANSWERED:1", "VERSION_SHOWN:1"})
    void theSameCommandFinishesARerunThatWasKilled(String failpoint, @TempDir Path home) throws Exception {
        Desk desk = afterTheNight(home);
        try (Sandbox sandbox = recovering().start()) {
            kill(desk.facing(sandbox), failpoint);

            assertSuccess(desk.run(RERUN));

            assertThat(desk.published(DATE).evidence()).isEqualTo(undisturbed);
            assertThat(sandbox.journal().entries().stream()
                            .filter(call -> call.path().endsWith("/retry"))
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void anotherRerunOrTheNightItselfMayFollowARerunThatWasKilled(@TempDir Path home) throws Exception {
        Desk desk = afterTheNight(home);
        Map<String, String> before = desk.published(DATE).evidence();
        try (Sandbox sandbox = recovering().start()) {
            kill(desk.facing(sandbox), "STEP_ENDED:1");
            assertSuccess(desk.run("rerun", "--date", DATE, "--scans", "1", "--quiet"));
            assertThat(desk.published(DATE).evidence()).isEqualTo(before);

            kill(desk, "STEP_ENDED:1");
            assertSuccess(desk.night(DATE, "--wait", "0", "--quiet"));
            assertThat(desk.published(DATE).captures().get(Ids.id("failed"))).containsEntry("outcome", "UNRESOLVED");
            assertThat(desk.published(DATE).captures().get(Ids.id("open"))).containsEntry("outcome", "RECONCILED");
        }
    }

    private static void kill(Desk desk, String failpoint) throws InterruptedException {
        desk.set("shelftally.failpoint", failpoint);
        try (ChildProcess child = desk.runElsewhere(RERUN)) {
            assertThat(child.exitCode()).as(child.err()).isEqualTo(137);
        }
        desk.unset("shelftally.failpoint");
    }

    private static Desk afterTheNight(Path home) {
        Desk desk = new Desk(home)
                .scans("scan_id", "1", "2")
                .captures("capture_id,scan_id", Ids.id("failed") + ",1", Ids.id("gone") + ",1", Ids.id("open") + ",1");
        WorldText world = new WorldText()
                .scan(1, REPORT)
                .scan(2, "'progression': ['FAILED']")
                .capture(Ids.id("failed"), failed(", 'retrySteps': [{'status': 409, 'times': 'forever'}]"))
                .capture(Ids.id("gone"), CODE + ", 'readSteps': [{'status': 404, 'times': 'forever'}]")
                .capture(Ids.id("open"), CODE + ", 'progression': ['PENDING']");
        try (Sandbox sandbox = world.start()) {
            assertSuccess(desk.facing(sandbox).night(DATE, "--wait", "0", "--quiet"));
        }
        return desk;
    }

    private static WorldText recovering() {
        return new WorldText()
                .scan(1, REPORT)
                .scan(2, REPORT)
                .capture(Ids.id("failed"), failed(", 'afterRetry': [['PENDING', 'COMPLETED']]"))
                .capture(Ids.id("gone"), CODE)
                .capture(Ids.id("open"), CODE);
    }

    private static String failed(String then) {
        return CODE + ", 'progression': ['FAILED']" + then;
    }

    private static void assertSuccess(InProcess.Ended ended) {
        assertThat(ended.code()).as(ended.err()).isZero();
    }
}
