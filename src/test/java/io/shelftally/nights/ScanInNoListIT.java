package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures of one scan, night after night, that no work list names until the end. */
class ScanInNoListIT {

    private static final String A = "00013562302284";
    private static final long SCAN = 77;

    @TempDir
    private Path home;

    private Desk desk = new Desk(Path.of("unset"));

    @BeforeEach
    void setUp() {
        desk = new Desk(home).set("shelftally.coverage.scans-answered", "0");
    }

    @Test
    void allItsCapturesAreGivenUpOnTheFourthNightFromTheFirstThatNamedIt() {
        night("2026-11-01", "first");
        night("2026-11-02");
        night("2026-11-03", "second");
        night("2026-11-04");
        night("2026-11-05");

        assertThat(outcomes("first", 1, 2, 3, 4, 5))
                .containsExactly("WAITING_FOR_SCAN", "WAITING_FOR_SCAN", "WAITING_FOR_SCAN", "SCAN_UNAVAILABLE", "");
        assertThat(outcomes("second", 1, 2, 3, 4, 5))
                .containsExactly("", "", "WAITING_FOR_SCAN", "SCAN_UNAVAILABLE", "");
    }

    @Test
    void aCaptureThatIsStillPendingNamesItsScanToo() {
        night("2026-11-01", "pending");
        night("2026-11-02");
        night("2026-11-03", "second");
        night("2026-11-04");

        assertThat(outcomes("pending", 1, 2, 3, 4)).containsOnly("IN_PROGRESS");
        assertThat(outcomes("second", 3, 4)).containsExactly("WAITING_FOR_SCAN", "SCAN_UNAVAILABLE");
    }

    @Test
    void theNightsOnWhichACaptureNamedNoScanDoNotCount() {
        desk.captures("capture_id", Ids.id("first"));
        run("2026-11-01");
        night("2026-11-02");
        night("2026-11-03", "first");
        night("2026-11-04");
        night("2026-11-05");
        night("2026-11-06");

        assertThat(outcomes("first", 1, 2, 3, 4, 5, 6))
                .containsExactly(
                        "UNLINKED",
                        "UNLINKED",
                        "WAITING_FOR_SCAN",
                        "WAITING_FOR_SCAN",
                        "WAITING_FOR_SCAN",
                        "SCAN_UNAVAILABLE");
    }

    @Test
    void aNightThatDidNotRunOrPublishedNothingDoesNotCount() {
        night("2026-11-01", "first");
        desk.captures("capture_id", Ids.id("unlinked")).scans("scan_id", "3");
        run("2026-11-02");
        night("2026-11-03");
        fail("2026-11-04");
        fail("2026-11-05");
        night("2026-11-06");
        night("2026-11-07");

        assertThat(outcomes("first", 1, 2, 3, 6, 7))
                .containsExactly("WAITING_FOR_SCAN", "WAITING_FOR_SCAN", "WAITING_FOR_SCAN", "SCAN_UNAVAILABLE", "");
        assertThat(outcomes("unlinked", 2, 3, 6, 7)).containsOnly("UNLINKED");
        assertThat(List.of(2, 3, 6, 7))
                .allSatisfy(
                        day -> assertThat(published(day).scans().get("3")).containsEntry("outcome", "UNKNOWN_SCAN"));

        night("2026-11-08");

        assertThat(outcomes("unlinked", 8)).containsExactly("");
        assertThat(published(8).scans()).isEmpty();
    }

    @Test
    void aCaptureThatNamesItLaterIsGivenUpAtOnceAndAllAreInTheRowsOfTheScanOnceItIsListed() {
        night("2026-11-01", "first");
        night("2026-11-02");
        night("2026-11-03", "second");
        night("2026-11-04");
        night("2026-11-05");
        night("2026-11-06", "third");
        night("2026-11-07");
        desk.scans("scan_id", "" + SCAN);
        run("2026-11-08");

        assertThat(outcomes("third", 6, 7, 8)).containsExactly("SCAN_UNAVAILABLE", "", "");
        assertThat(published(8).captures()).isEmpty();
        assertThat(published(8).scans().get("77"))
                .containsEntry("outcome", "REPORTED")
                .containsEntry("nights_open", "1");
        assertThat(published(8).items().get("77 " + A))
                .containsEntry("verdict", "CONFIRMED")
                .containsEntry("capture_count", "3");
    }

    @Test
    void aRerunOfANightComesOutTheSameWhateverCameLater() {
        night("2026-11-01", "first");
        night("2026-11-02");
        night("2026-11-03", "second");
        night("2026-11-04");
        night("2026-11-06", "third");
        desk.scans("scan_id", "" + SCAN);
        run("2026-11-07");

        for (int day : new int[] {1, 2, 3, 4, 6, 7}) {
            Map<String, String> before = published(day).evidence();
            InProcess.Ended ended = command("rerun", "--date", "2026-11-0" + day);
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(published(day).evidence()).isEqualTo(before);
            assertThat(command("replay", "--date", "2026-11-0" + day).code()).isZero();
        }
    }

    private void night(String date, String... captures) {
        List<String> lines = new ArrayList<>(List.of("capture_id,scan_id"));
        for (String capture : captures) {
            lines.add(Ids.id(capture) + "," + (capture.equals("second") ? "" : SCAN));
        }
        desk.captures(lines.toArray(String[]::new)).scans("scan_id");
        run(date);
    }

    private void run(String date) {
        try (Sandbox sandbox = world().start()) {
            InProcess.Ended ended = desk.facing(sandbox).night(date, "--wait", "0", "--allow-empty", "--quiet");
            assertThat(ended.code()).as(ended.err()).isZero();
        }
    }

    private void fail(String date) {
        desk.set("shelftally.coverage.scans-answered", "1");
        try (Sandbox sandbox = world().start()) {
            assertThat(desk.facing(sandbox)
                            .night(date, "--wait", "0", "--allow-empty", "--quiet")
                            .code())
                    .isEqualTo(69);
        }
        desk.set("shelftally.coverage.scans-answered", "0");
    }

    private InProcess.Ended command(String... args) {
        try (Sandbox sandbox = world().start()) {
            return desk.facing(sandbox).run(args);
        }
    }

    private static WorldText world() {
        return new WorldText()
                .scan(SCAN, "'report': {'ITEMS_SEEN': ['" + A + "']}")
                .capture(Ids.id("first"), "'code': '" + A + "'")
                .capture(Ids.id("second"), "'code': '" + A + "', 'object': {'metadata': {'scan_id': 77}}")
                .capture(Ids.id("third"), "'code': '" + A + "'")
                .capture(Ids.id("unlinked"), "'code': '" + A + "'")
                .capture(Ids.id("pending"), "'code': '" + A + "', 'progression': ['PENDING']");
    }

    private Published published(int day) {
        return desk.published("2026-11-0" + day);
    }

    private List<String> outcomes(String name, int... days) {
        List<String> outcomes = new ArrayList<>();
        for (int day : days) {
            outcomes.add(published(day)
                    .captures()
                    .getOrDefault(Ids.id(name), Map.of())
                    .getOrDefault("outcome", ""));
        }
        return outcomes;
    }
}
