package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two nights, between which one thing of each kind has changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiffIT {

    private static final String FIRST = "2026-11-01";
    private static final String SECOND = "2026-11-02";
    private static final String A = "00013562302284";
    private static final String A_MISREAD = "00013562302280";
    private static final String B = "00014100095071";

    private Desk desk;

    @BeforeAll
    void runTheNights(@TempDir Path home) {
        desk = new Desk(home);
        try (Sandbox sandbox = world("FAILED", "IN_PROGRESS", A).start()) {
            desk.facing(sandbox)
                    .scans(
                            "scan_id,store_id,section",
                            "1,S1,gone",
                            "2,S1,late",
                            "3,S1,rule",
                            "4,S1,retry",
                            "5,S1,vendor",
                            "9,S2,same")
                    .captures(
                            "capture_id,scan_id",
                            Ids.id("misread") + ",3",
                            Ids.id("failed") + ",4",
                            Ids.id("only") + ",9");
            night(FIRST);
        }
        desk.set("shelftally.matching.check-digit", "false");
        try (Sandbox sandbox = world("COMPLETED", "COMPLETE", B).start()) {
            desk.facing(sandbox)
                    .scans("scan_id,store_id,section", "13,S1,rule", "14,S1,retry", "15,S1,vendor", "19,S2,same")
                    .captures("capture_id,scan_id", Ids.id("misread") + ",13", Ids.id("failed") + ",14");
            night(SECOND);
        }
    }

    private void night(String date) {
        assertThat(desk.night(date, "--wait", "0", "--max-retries", "0").code()).isZero();
    }

    private static WorldText world(String failed, String late, String vendor) {
        WorldText world = new WorldText();
        for (int night = 0; night <= 10; night += 10) {
            world.scan(night + 1, report(A))
                    .scan(night + 2, report(A), "'progression': ['" + late + "']")
                    .scan(night + 3, report(A))
                    .scan(night + 4, report(B))
                    .scan(night + 5, report(vendor))
                    .scan(night + 9, report(A));
        }
        return world.capture(
                        Ids.id("misread"),
                        "'code': '" + A + "'",
                        "'object': {'gtin': '" + A_MISREAD + "', 'raw_value': '" + A_MISREAD + "'}")
                .capture(Ids.id("failed"), "'code': '" + B + "'", "'progression': ['" + failed + "']")
                .capture(Ids.id("only"), "'code': '" + A + "'");
    }

    private static String report(String gtin) {
        return "'report': {'ITEMS_SEEN': ['" + gtin + "'], 'OOS': []}";
    }

    @Test
    void eachChangeHasItsCause() {
        assertThat(changes())
                .containsExactlyInAnyOrder(
                        "S1/gone " + A + " SEEN_NOT_CAPTURED null INPUT_CHANGED",
                        "S1/late " + A + " null SEEN_NOT_CAPTURED LATE_SCAN",
                        "S1/rule " + A + " CONFIRMED SEEN_NOT_CAPTURED RULE_CHANGED",
                        "S1/rule " + A_MISREAD + " null CAPTURED_NOT_SEEN RULE_CHANGED",
                        "S1/retry " + B + " SEEN_NOT_CAPTURED CONFIRMED RETRIED_CAPTURE",
                        "S1/vendor " + A + " SEEN_NOT_CAPTURED null VENDOR_DATA_CHANGED",
                        "S1/vendor " + B + " null SEEN_NOT_CAPTURED VENDOR_DATA_CHANGED",
                        "S2/same " + A + " CONFIRMED SEEN_NOT_CAPTURED INPUT_CHANGED");
    }

    @Test
    void oneStoreIsToldAlone() {
        assertThat(changes("--store", "S2")).hasSize(1).allMatch(change -> change.startsWith("S2/same "));

        InProcess.Ended none = desk.run("diff", FIRST, SECOND, "--store", "S3");
        assertThat(none.code()).isEqualTo(65);
        assertThat(none.err())
                .contains(
                        "neither night has a scan of it: no store S3; there are 2: S1, S2 (column store_id of scans.csv)");
    }

    @Test
    void peopleGetATableAndTotals() {
        InProcess.Ended ended = desk.run("diff", FIRST, SECOND);

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("place      gtin            2026-11-01         2026-11-02         cause")
                .containsPattern("RULE_CHANGED +2\n");
        assertThat(desk.run("diff", FIRST, FIRST).out())
                .isEqualTo("no verdict differs between 2026-11-01 and 2026-11-01\n");
    }

    @Test
    void aNightThatIsNotPublishedIsNamed() {
        InProcess.Ended ended = desk.run("diff", FIRST, "2026-11-05");

        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.err())
                .contains("the night of 2026-11-05 is not published; the latest that is, is 2026-11-02.\n");
    }

    private List<String> changes(String... more) {
        String[] args = Stream.concat(List.of("diff", FIRST, SECOND, "--json").stream(), List.of(more).stream())
                .toArray(String[]::new);
        JsonNode told = JsonMapper.shared().readTree(desk.run(args).out());
        return told.path("changes")
                .valueStream()
                .map(change -> String.join(
                        " ",
                        List.of("place", "gtin", "before", "after", "cause").stream()
                                .map(field -> change.path(field).isNull()
                                        ? "null"
                                        : change.path(field).asString())
                                .toList()))
                .toList();
    }
}
