package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Five nights, of which only the first two are given work: the rest goes on by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralNightsIT {

    private static final String A = "00013562302284";
    private static final String B = "00014100095071";
    private static final String CODE_A = "'code': '" + A + "'";

    private final List<Published> nights = new ArrayList<>();
    private final List<List<JournalEntry>> calls = new ArrayList<>();

    @BeforeAll
    void runTheNights(@TempDir Path home) {
        Desk desk = new Desk(home)
                .scans("scan_id,store_id,section", "1,S1,dairy", "2,,", "3,,", "4,,", "5,,")
                .captures(
                        "capture_id,scan_id",
                        Ids.id("done") + ",1",
                        Ids.id("late") + ",1",
                        Ids.id("unlinked") + ",",
                        Ids.id("guid") + ",",
                        Ids.id("waits2") + ",2",
                        Ids.id("waits3") + ",3",
                        Ids.id("waits77") + ",77",
                        Ids.id("failed") + ",1");
        night(desk, 1, world("IN_PROGRESS", "PENDING"));
        desk.captures("capture_id").scans("scan_id", "900");
        night(desk, 2, world("IN_PROGRESS", "COMPLETED"));
        desk.scans("scan_id");
        night(desk, 3, world("COMPLETE", "COMPLETED"));
        night(desk, 4, world("COMPLETE", "COMPLETED"));
        night(desk, 5, world("COMPLETE", "COMPLETED"));
    }

    private static WorldText world(String scan2, String late) {
        return new WorldText()
                .scan(1, "'report': {'ITEMS_SEEN': ['" + A + "'], 'OOS': ['" + B + "']}")
                .scan(2, "'progression': ['" + scan2 + "'], 'report': {'ITEMS_SEEN': ['" + A + "']}")
                .scan(4)
                .scan(5, "'progression': ['FAILED']")
                .scan(900, "'report': {'ITEMS_SEEN': ['" + A + "']}")
                .capture(Ids.id("done"), CODE_A)
                .capture(Ids.id("late"), "'code': '" + B + "', 'progression': ['" + late + "']")
                .capture(Ids.id("unlinked"), CODE_A)
                .capture(Ids.id("guid"), CODE_A + ", 'object': {'metadata': {'scan_guid': 'shelf-900'}}")
                .capture(Ids.id("waits2"), CODE_A)
                .capture(Ids.id("waits3"), CODE_A)
                .capture(Ids.id("waits77"), CODE_A)
                .capture(Ids.id("failed"), CODE_A + ", 'progression': ['FAILED']");
    }

    private void night(Desk desk, int number, WorldText world) {
        String date = "2026-11-0" + number;
        try (Sandbox sandbox = world.start()) {
            assertThat(desk.facing(sandbox)
                            .night(date, "--wait", "500ms", "--allow-empty", "--max-retries", "0")
                            .code())
                    .isZero();
            nights.add(desk.published(date));
            calls.add(sandbox.journal().entries());
        }
    }

    @Test
    void aCaptureThatIsStillInProgressIsCarriedToTheNextNight() {
        assertThat(outcomes("late")).containsExactly("IN_PROGRESS", "RECONCILED", "", "", "");
    }

    @Test
    void anUnlinkedCaptureIsLookedAtForThreeMoreNights() {
        assertThat(outcomes("unlinked")).containsExactly("UNLINKED", "UNLINKED", "UNLINKED", "UNLINKED", "");
    }

    @Test
    void anUnlinkedCaptureIsLinkedOnceItsScanIsKnown() {
        assertThat(outcomes("guid")).containsExactly("UNLINKED", "RECONCILED", "", "", "");
        assertThat(nights.get(1).captures().get(Ids.id("guid"))).containsEntry("scan_id", "900");
    }

    @Test
    void aScanThatIsStillInProgressIsCarriedToTheNextNight() {
        assertThat(scanOutcomes("2")).containsExactly("IN_PROGRESS", "IN_PROGRESS", "REPORTED", "", "");
        assertThat(nightsOpen("2")).containsExactly("1", "2", "3", "", "");
        assertThat(outcomes("waits2")).containsExactly("WAITING_FOR_SCAN", "WAITING_FOR_SCAN", "RECONCILED", "", "");
    }

    @Test
    void anUnknownScanIsAskedForOnThreeMoreNights() {
        assertThat(scanOutcomes("3"))
                .containsExactly("UNKNOWN_SCAN", "UNKNOWN_SCAN", "UNKNOWN_SCAN", "UNKNOWN_SCAN", "");
        assertThat(nightsOpen("3")).containsExactly("1", "2", "3", "4", "");
        assertThat(outcomes("waits3"))
                .containsExactly("WAITING_FOR_SCAN", "WAITING_FOR_SCAN", "WAITING_FOR_SCAN", "SCAN_UNAVAILABLE", "");
    }

    @Test
    void aScanInNoWorkListIsWaitedForOnThreeMoreNightsAndNeverAskedFor() {
        assertThat(outcomes("waits77"))
                .containsExactly("WAITING_FOR_SCAN", "WAITING_FOR_SCAN", "WAITING_FOR_SCAN", "SCAN_UNAVAILABLE", "");
        assertThat(scanOutcomes("77")).containsExactly("", "", "", "", "");
        assertThat(calls)
                .allSatisfy(
                        night -> assertThat(night).noneMatch(call -> call.ids().contains("77")));
    }

    @Test
    void aReportThatIsNotReadyIsAskedForEachNight() {
        assertThat(scanOutcomes("4")).containsOnly("REPORT_NOT_READY");
        assertThat(nightsOpen("4")).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void whatIsEndedIsNotTakenUpAgain() {
        assertThat(scanOutcomes("5")).containsExactly("FAILED", "", "", "", "");
        assertThat(outcomes("failed")).containsExactly("UNRESOLVED", "", "", "", "");
        assertThat(outcomes("done")).containsExactly("RECONCILED", "", "", "", "");
    }

    @Test
    void settledItemsAreNotCalledAboutAgain() {
        for (List<JournalEntry> night : calls.subList(1, 5)) {
            assertThat(night).noneMatch(call -> List.of("1", "5").stream().anyMatch(call.ids()::contains));
            assertThat(night)
                    .filteredOn(call -> call.path().contains("/captures/"))
                    .allMatch(call -> call.ids().contains(Ids.id("late")));
        }
    }

    @Test
    void lateEvidenceBringsAReportedScanBackWhole() {
        Published second = nights.get(1);

        assertThat(scanOutcomes("1")).containsExactly("REPORTED", "REPORTED", "", "", "");
        assertThat(nightsOpen("1")).containsExactly("1", "1", "", "", "");
        assertThat(second.scans().get("1"))
                .containsEntry("store_id", "S1")
                .containsEntry("section", "dairy")
                .containsEntry("captured_count", "2");
        assertThat(second.items().get("1 " + A))
                .containsEntry("verdict", "CONFIRMED")
                .containsEntry("capture_ids", Ids.id("done"));
        assertThat(nights.get(0).items().get("1 " + B)).containsEntry("verdict", "OOS_REPORTED");
        assertThat(second.items().get("1 " + B))
                .containsEntry("verdict", "OOS_DISPUTED")
                .containsEntry("business_date", "2026-11-02")
                .containsEntry("capture_ids", Ids.id("late"));
        assertThat(second.breaks().get("S1/dairy " + B)).containsEntry("opened_on", "2026-11-02");
        assertThat(nights.get(0).breaks()).doesNotContainKey("S1/dairy " + B);
    }

    private List<String> outcomes(String name) {
        return nights.stream()
                .map(night -> cell(night.captures(), Ids.id(name), "outcome"))
                .toList();
    }

    private List<String> scanOutcomes(String id) {
        return nights.stream().map(night -> cell(night.scans(), id, "outcome")).toList();
    }

    private List<String> nightsOpen(String id) {
        return nights.stream()
                .map(night -> cell(night.scans(), id, "nights_open"))
                .toList();
    }

    private static String cell(Map<String, Map<String, String>> rows, String key, String column) {
        return rows.getOrDefault(key, Map.of()).getOrDefault(column, "");
    }
}
