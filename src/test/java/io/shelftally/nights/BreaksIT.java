package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Breaks from night to night: each night has scans of its own, most of one place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreaksIT {

    private static final String A = "00013562302284";
    private static final String B = "00014100095071";
    private static final String KEY = "S1/dairy " + A;

    private final List<Published> nights = new ArrayList<>();

    @BeforeAll
    void runTheNights(@TempDir Path home) {
        Desk desk = new Desk(home);
        // A night's scans: id, place, ITEMS_SEEN, OOS; A is captured in each.
        night(desk, 1, scan(11, "S1,dairy", B, ""));
        night(desk, 2, scan(12, "S2,dairy", A, ""));
        night(desk, 3, scan(13, "S1,dairy", A, A), scan(14, "S1,dairy", A, ""), scan(15, "S1,dairy", "", ""));
        night(desk, 4, scan(16, "S1,", A, ""));
        night(desk, 5, scan(17, "S1,dairy", A, ""));
        night(desk, 6);
        night(desk, 7, scan(18, "S1,dairy", B, A));
        night(desk, 8, scan(19, "S1,dairy", A, ""), scan(20, "S1,dairy", B, ""));
    }

    private record Scan(long id, String place, String seen, String outOfStock) {}

    private static Scan scan(long id, String place, String seen, String outOfStock) {
        return new Scan(id, place, seen, outOfStock);
    }

    private void night(Desk desk, int number, Scan... scans) {
        WorldText world = new WorldText();
        List<String> scanLines = new ArrayList<>(List.of("scan_id,store_id,section"));
        List<String> captureLines = new ArrayList<>(List.of("capture_id,scan_id"));
        for (Scan scan : scans) {
            world.scan(
                    scan.id(),
                    "'report': {'ITEMS_SEEN': [" + product(scan.seen(), scan.id()) + "], 'OOS': ["
                            + product(scan.outOfStock(), scan.id()) + "]}");
            world.capture(Ids.id("capture" + scan.id()), "'code': '" + A + "'");
            scanLines.add(scan.id() + "," + scan.place());
            captureLines.add(Ids.id("capture" + scan.id()) + "," + scan.id());
        }
        desk.scans(scanLines.toArray(String[]::new)).captures(captureLines.toArray(String[]::new));
        String date = "2026-11-0" + number;
        try (Sandbox sandbox = world.start()) {
            assertThat(desk.facing(sandbox)
                            .night(date, "--wait", "60s", "--allow-empty")
                            .code())
                    .isZero();
            nights.add(desk.published(date));
        }
    }

    private static String product(String upc, long scan) {
        return upc.isEmpty() ? "" : "{'upc': '" + upc + "', 'product': 'seen by " + scan + "'}";
    }

    @Test
    void aBreakOpensOnItsFirstNight() {
        assertThat(row(1))
                .containsEntry("opened_on", "2026-11-01")
                .containsEntry("nights", "1")
                .containsEntry("latest_verdict", "CAPTURED_NOT_SEEN")
                .containsEntry("product_name", "Annie's Biscuits/Cookies");
    }

    @Test
    void aNightWithoutAReportedScanOfThePlaceLeavesItUntouched() {
        assertThat(row(2)).isEqualTo(row(1));
        assertThat(row(4)).isEqualTo(row(3));
    }

    @Test
    void anyScanOfThePlaceKeepsItOpenAndTheLargestOfThoseSpeaks() {
        assertThat(row(3))
                .containsEntry("opened_on", "2026-11-01")
                .containsEntry("last_seen_on", "2026-11-03")
                .containsEntry("closed_on", "")
                .containsEntry("nights", "2")
                .containsEntry("first_verdict", "CAPTURED_NOT_SEEN")
                .containsEntry("latest_verdict", "CAPTURED_NOT_SEEN")
                .containsEntry("product_name", "Annie's Biscuits/Cookies");
        assertThat(row(8)).containsEntry("latest_verdict", "CAPTURED_NOT_SEEN").containsEntry("nights", "2");
    }

    @Test
    void aBreakClosesOnTheFirstNightThatShowsItGone() {
        assertThat(row(5))
                .containsEntry("closed_on", "2026-11-05")
                .containsEntry("last_seen_on", "2026-11-03")
                .containsEntry("nights", "2");
        assertThat(row(6)).isEmpty();
    }

    @Test
    void aBreakThatComesBackIsANewOneThatNamesTheOneBefore() {
        assertThat(row(7))
                .containsEntry("opened_on", "2026-11-07")
                .containsEntry("previous_opened_on", "2026-11-01")
                .containsEntry("nights", "1")
                .containsEntry("first_verdict", "OOS_DISPUTED")
                .containsEntry("product_name", "seen by 18");
    }

    @Test
    void aScanWithoutASectionIsAPlaceOfItsOwn() {
        assertThat(nights.get(3).scans().get("16"))
                .containsEntry("store_id", "S1")
                .containsEntry("section", "");
        assertThat(nights.get(3).breaks()).containsOnlyKeys(KEY);
    }

    private Map<String, String> row(int night) {
        return nights.get(night - 1).breaks().getOrDefault(KEY, Map.of());
    }
}
