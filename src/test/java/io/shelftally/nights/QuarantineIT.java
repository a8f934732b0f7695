package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator works through the quarantine of a night, and runs its date again. */
@Timeout(120)
class QuarantineIT {

    private static final String DATE = "2026-11-02";
    private static final String CODE = "'code': '00013562302284'";
    private static final String ONE = Ids.id("one");
    private static final String TWO = Ids.id("two");
    private static final String THREE = Ids.id("three");

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"nightly", "rerun"})
    void mendedRowsTakePartInTheNextVersionAndHandledOnesAreNoLongerListed(String command) {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk().facing(sandbox);
            night(desk);
            assertThat(list(desk)).containsExactly("captures.csv 3", "captures.csv 4", "captures.csv 5", "scans.csv 3");
            int calls = sandbox.journal().entries().size();

            decide(desk, "replay", "captures.csv", "3", "--as", TWO + ",1,S1");
            decide(desk, "replay", "captures.csv", "4");
            decide(desk, "discard", "captures.csv", "5", "--note", "the other is right");
            decide(desk, "replay", "scans.csv", "3", "--as", "2");
            assertThat(list(desk)).isEmpty();
            assertThat(sandbox.journal().entries()).hasSize(calls);
            if (command.equals("rerun")) {
                assertThat(desk.run("rerun", "--date", DATE, "--wait", "60s").code())
                        .isZero();
            } else {
                night(desk);
            }

            Published second = desk.published(DATE);
            assertThat(second.captures()).containsOnlyKeys(ONE, TWO, THREE);
            assertThat(second.captures().get(THREE)).containsEntry("store_id", "S1");
            assertThat(second.scans()).containsOnlyKeys("1", "2");
            assertThat(second.quarantine()).containsOnlyKeys("captures.csv 5");
            assertThat(list(desk)).isEmpty();
            assertThat(list(desk, "--all"))
                    .containsExactly("captures.csv 3", "captures.csv 4", "captures.csv 5", "scans.csv 3");
            assertThat(desk.night(DATE, "--wait", "60s").out()).contains("nothing new, version 2 stands");
        }
    }

    @Test
    void aRowIsShownWithItsTextAndItsRemedyAndABadOneIsRefusedAgain() {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk().facing(sandbox);
            night(desk);

            InProcess.Ended shown = desk.run("quarantine", "show", "--date", DATE, "captures.csv", "3");
            InProcess.Ended asItIs = desk.run("quarantine", "replay", "--date", DATE, "captures.csv", "3");
            InProcess.Ended worse = desk.run("quarantine", "replay", "--date", DATE, "scans.csv", "3", "--as", "0");
            InProcess.Ended absent = desk.run("quarantine", "show", "--date", DATE, "captures.csv", "99");

            assertThat(shown.out())
                    .startsWith("captures.csv, 3 of " + DATE + ": BAD_CAPTURE_ID\n")
                    .contains("Correct the row; no call was made for it.")
                    .endsWith("\n1,bad id,S1\n");
            assertThat(asItIs.code()).isEqualTo(65);
            assertThat(asItIs.err())
                    .startsWith("shelftally: BAD_CAPTURE_ID: capture_id is \"bad id\"")
                    .contains("Give the mended row with --as 'capture_id,scan_id,store_id'.");
            assertThat(worse.code()).isEqualTo(65);
            assertThat(worse.err()).startsWith("shelftally: BAD_SCAN_ID: ");
            assertThat(absent.code()).isEqualTo(65);
            assertThat(absent.err())
                    .contains(
                            "no row of captures.csv, 99 is in quarantine on " + DATE + "; of captures.csv there are ");
            assertThat(list(desk, "--code", "bad_scan_id")).containsExactly("scans.csv 3");
        }
    }

    @Test
    void whatAVendorAnsweredCanBeDiscardedButNotMended() {
        try (Sandbox sandbox =
                world().scan(3, "'report': {'ITEMS_SEEN': [{'upc': ''}]}").start()) {
            Desk desk = desk().scans("scan_id", "1", "3").facing(sandbox);
            night(desk);
            String product = "/data/ITEMS_SEEN/report/product_list/0";
            assertThat(list(desk, "--source", "pensa:3")).containsExactly("pensa:3 " + product);

            InProcess.Ended replayed =
                    desk.run("quarantine", "replay", "--date", DATE, "pensa:3", product, "--as", "1");

            assertThat(replayed.code()).isEqualTo(65);
            assertThat(replayed.err())
                    .contains("a vendor answered this, so it cannot be mended here.\nSend the vendor the line");
            decide(desk, "discard", "pensa:3", product);
            assertThat(list(desk, "--source", "pensa:3")).isEmpty();
            assertThat(desk.published(DATE).quarantine()).containsKey("pensa:3 " + product);
        }
    }

    @Test
    void aStartThatFailedBeforeItTookItsListHidesNoRowOfTheNightBefore() {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk().facing(sandbox);
            night(desk);

            int code = desk.night("2026-11-03", "--captures", "not-there.csv").code();

            assertThat(code).isEqualTo(65);
            assertThat(list(desk)).hasSize(4);
        }
    }

    @Test
    void besideARunItIsToTryLater() {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk().facing(sandbox);
            night(desk);
            desk.database().update("UPDATE run_lease SET held = TRUE, heartbeat_at = CURRENT_TIMESTAMP");

            InProcess.Ended discarded = desk.run("quarantine", "discard", "--date", DATE, "captures.csv", "3");

            assertThat(discarded.code()).isEqualTo(75);
            assertThat(list(desk)).hasSize(4);
        }
    }

    @Test
    void withoutACommandItIsMisuse() {
        InProcess.Ended ended = new Desk(home).run("quarantine");

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.out()).contains("\n  list ", "\n  show ", "\n  replay ", "\n  discard ");
    }

    private Desk desk() {
        return new Desk(home)
                .set("shelftally.intake.max-bad-share", "1")
                .captures(
                        "scan_id,capture_id,store_id",
                        "1," + ONE + ",S1",
                        "1,bad id,S1",
                        "1," + THREE + ",S1",
                        "2," + THREE + ",S1")
                .scans("scan_id", "1", "2x");
    }

    private static WorldText world() {
        return new WorldText()
                .capture(ONE, CODE)
                .capture(TWO, CODE)
                .capture(THREE, CODE)
                .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284']}")
                .scan(2, "'report': {'ITEMS_SEEN': ['00013562302284']}");
    }

    private static void night(Desk desk) {
        InProcess.Ended ended = desk.night(DATE, "--wait", "60s");
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    private static void decide(Desk desk, String command, String source, String position, String... more) {
        List<String> args = new ArrayList<>(List.of("quarantine", command, "--date", DATE, source, position));
        args.addAll(Arrays.asList(more));
        InProcess.Ended ended = desk.run(args.toArray(String[]::new));
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    private static List<String> list(Desk desk, String... more) {
        List<String> args = new ArrayList<>(List.of("quarantine", "list", "--json"));
        args.addAll(Arrays.asList(more));
        InProcess.Ended ended = desk.run(args.toArray(String[]::new));
        assertThat(ended.code()).as(ended.err()).isZero();
        List<String> rows = new ArrayList<>();
        for (JsonNode row : JsonMapper.shared().readTree(ended.out()).get("rows")) {
            rows.add(row.get("source").asString() + " " + row.get("position").asString());
        }
        return rows;
    }
}
