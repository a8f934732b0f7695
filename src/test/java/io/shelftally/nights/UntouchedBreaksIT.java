package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What later nights make of a break that was opened on the first one, by what their scans of the place can tell. */
class UntouchedBreaksIT {

    private static final String A = "00013562302284";
    private static final String B = "00014100095071";
    private static final String UNREADABLE = "{'upc': 'x'}";

    @TempDir
    private Path home;

    @Test
    void aScanThatCannotTellLeavesABreakUntouched() {
        Desk desk = desk();

        assertThat(breaks(night(desk, 2, "'ITEMS_SEEN': null, 'OOS': []"))).containsExactly(A + " open 1");
        assertThat(breaks(night(desk, 3, "'ITEMS_SEEN': ['" + B + "', " + UNREADABLE + "], 'OOS': []")))
                .containsExactly(A + " open 1");
        assertThat(breaks(night(desk, 4, "'OOS': ['" + B + "']"))).containsExactly(A + " open 1");
        assertThat(breaks(night(desk, 5, "'ITEMS_SEEN': ['" + B + "'], 'OOS': null")))
                .as("unknown OOS alone holds nothing open")
                .containsExactly(A + " closed 1");
    }

    @Test
    void aProductThatIsNotComparableIsLeftUntouchedToo() {
        Desk desk = desk();
        String scan = "'report': {'OOS': []}";

        Published night = night(
                desk,
                2,
                new WorldText().scan(2, scan).capture(Ids.id("again"), "'code': '" + A + "'"),
                List.of("2,S1,dairy"),
                Ids.id("again") + ",2");

        assertThat(night.items().get("2 " + A)).containsEntry("verdict", "NOT_COMPARABLE");
        assertThat(breaks(night)).containsExactly(A + " open 1");
    }

    @Test
    void aRowThatIsNoBreakClosesItThoughTheScanCannotTellOfOthers() {
        Desk desk = desk();

        assertThat(breaks(night(desk, 2, "'OOS': ['" + A + "']"))).containsExactly(A + " closed 1");
    }

    @Test
    void oneScanOfThePlaceThatCanTellIsEnough() {
        Desk desk = desk();

        Published night = night(
                desk,
                2,
                new WorldText()
                        .scan(2, "'report': {'ITEMS_SEEN': ['" + B + "']}")
                        .scan(3, "'report': {'OOS': []}"),
                List.of("2,S1,dairy", "3,S1,dairy"),
                "");

        assertThat(breaks(night)).containsExactly(A + " closed 1");
    }

    /** A weighed product has another code in each pack (a field report). */
    @Test
    void codesThatDifferFromPackToPackOpenNoBreaksUnlessTheSettingSaysSo() {
        String pack = "02100001027506";
        WorldText world = new WorldText()
                .scan(2, "'report': {'ITEMS_SEEN': [{'upc': '2100001000004'}]}")
                .capture(Ids.id("pack"), "'object': {'gtin': '" + pack + "'}");
        Desk desk = new Desk(home);

        Published quiet = night(desk, 1, world, List.of("2,S1,deli"), Ids.id("pack") + ",2");

        assertThat(quiet.items().get("2 " + pack)).containsEntry("verdict", "CAPTURED_NOT_SEEN");
        assertThat(quiet.scans().get("2")).containsEntry("break_count", "1");
        assertThat(breaks(quiet)).isEmpty();

        desk.set("shelftally.breaks.restricted", "true");

        assertThat(breaks(night(desk, 1, world, List.of("2,S1,deli"), Ids.id("pack") + ",2")))
                .containsExactly(pack + " open 1");
    }

    /** A section is one, however its letters are composed (a field report). */
    @Test
    void aSectionThatIsSpelledOtherwiseIsTheSamePlace() {
        Desk desk = new Desk(home);

        Published first = night(desk, 1, broken(1), List.of("1,S1,Caf\u00e9 bar"), Ids.id("broken1") + ",1");
        Published second = night(desk, 2, broken(2), List.of("2,S1,Cafe\u0301  bar"), Ids.id("broken2") + ",2");

        assertThat(breaks(first)).containsExactly(A + " open 1");
        assertThat(breaks(second)).containsExactly(A + " open 2");
        assertThat(second.breaks()).containsOnlyKeys("S1/Caf\u00e9 bar " + A);
    }

    private static WorldText broken(int scan) {
        return new WorldText()
                .scan(scan, "'report': {'ITEMS_SEEN': ['" + B + "']}")
                .capture(Ids.id("broken" + scan), "'code': '" + A + "'");
    }

    /** The break is opened on the first night at S1/dairy. */
    private Desk desk() {
        Desk desk = new Desk(home);
        Published first = night(desk, 1, broken(1), List.of("1,S1,dairy"), Ids.id("broken1") + ",1");
        assertThat(breaks(first)).containsExactly(A + " open 1");
        return desk;
    }

    private static Published night(Desk desk, int number, String lists) {
        return night(
                desk,
                number,
                new WorldText().scan(number, "'report': {" + lists + "}"),
                List.of(number + ",S1,dairy"),
                "");
    }

    private static Published night(Desk desk, int number, WorldText world, List<String> scans, String capture) {
        List<String> scanLines = new ArrayList<>(List.of("scan_id,store_id,section"));
        scanLines.addAll(scans);
        List<String> captureLines = new ArrayList<>(List.of("capture_id,scan_id"));
        if (!capture.isEmpty()) {
            captureLines.add(capture);
        }
        desk.scans(scanLines.toArray(String[]::new)).captures(captureLines.toArray(String[]::new));
        String date = "2026-11-0" + number;
        try (Sandbox sandbox = world.start()) {
            assertThat(desk.facing(sandbox)
                            .night(date, "--wait", "60s", "--allow-empty")
                            .code())
                    .isZero();
        }
        return desk.published(date);
    }

    private static List<String> breaks(Published night) {
        return night.breaks().values().stream()
                .map(row ->
                        row.get("gtin") + ("".equals(row.get("closed_on")) ? " open " : " closed ") + row.get("nights"))
                .toList();
    }
}
