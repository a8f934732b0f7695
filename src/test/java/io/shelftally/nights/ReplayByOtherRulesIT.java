package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two nights, of which the second is run by the default rules in one place and by others in another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayByOtherRulesIT {

    private static final String FIRST = "2026-11-01";
    private static final String SECOND = "2026-11-02";
    private static final String A = "00013562302284";
    private static final String A_MISREAD = "00013562302280";
    private static final String B = "00014100095071";
    private static final Map<String, String> OTHER_RULES = Map.of(
            "shelftally.closient.metadata-scan-id", "aisle",
            "shelftally.matching.check-digit", "false",
            "shelftally.matching.nights", "0",
            "shelftally.pensa.zone", "Europe/Paris");

    private Path home;
    private Desk usual;
    private Desk other;

    @BeforeAll
    void runTheNights(@TempDir Path directory) {
        home = directory;
        usual = new Desk(directory.resolve("usual"));
        other = new Desk(directory.resolve("other"));
        try (Sandbox sandbox = world().start()) {
            firstNight(usual.facing(sandbox));
            secondNight(usual);
        }
        try (Sandbox sandbox = world().start()) {
            firstNight(other.facing(sandbox));
            OTHER_RULES.forEach(other::set);
            secondNight(other);
        }
        usual.unset("shelftally.closient.base-url").unset("shelftally.pensa.base-url");
    }

    private static void firstNight(Desk desk) {
        desk.scans("scan_id,store_id,section", "1,S1,dairy").captures("capture_id,scan_id", Ids.id("first") + ",1");
        assertThat(desk.night(FIRST, "--wait", "0").code()).isZero();
    }

    private static void secondNight(Desk desk) {
        desk.scans("scan_id,store_id,section", "2,S2,dairy", "3,S3,dairy", "4,S4,dairy")
                .captures(
                        "capture_id,scan_id",
                        Ids.id("misread") + ",2",
                        Ids.id("moves") + ",",
                        Ids.id("returns") + ",",
                        Ids.id("unknown") + ",4",
                        Ids.id("nowhere") + ",");
        assertThat(desk.night(SECOND, "--wait", "0").code()).isZero();
    }

    private static WorldText world() {
        return new WorldText()
                .scan(1, report(B))
                .scan(
                        2,
                        report(A),
                        "'progression': [{'status': 'COMPLETE', 'fast_status': 'COMPLETE', 'created': '2026-11-02T03:04:05'}]")
                .scan(3, report(A))
                .capture(Ids.id("first"), code(B))
                .capture(
                        Ids.id("misread"),
                        code(A),
                        "'object': {'gtin': '" + A_MISREAD + "', 'raw_value': '" + A_MISREAD + "'}")
                .capture(Ids.id("moves"), code(B), "'object': {'metadata': {'scan_id': 2, 'aisle': 3}}")
                .capture(Ids.id("returns"), code(A), "'object': {'metadata': {'scan_id': 77, 'aisle': 1}}")
                .capture(Ids.id("unknown"), code(A))
                .capture(Ids.id("nowhere"), code(A));
    }

    @Test
    void otherRulesGiveTheFilesThatARunByThemWouldHavePublished() throws IOException {
        Path out = home.resolve("replayed");

        InProcess.Ended ended = usual.run(
                "replay", "--date", SECOND, "--settings", file(OTHER_RULES).toString(), "--out", out.toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("rule shelftally.matching.nights: 3 -> 0")
                .contains("different");
        assertThat(new Published(out).evidence())
                .isEqualTo(other.published(SECOND).evidence())
                .isNotEqualTo(usual.published(SECOND).evidence());
    }

    @Test
    void aNightIsReplayedByItsOwnRulesWhateverIsSetNow() {
        assertThat(usual.run("replay", "--date", SECOND).code()).isZero();
        assertThat(other.run("replay", "--date", SECOND).code()).isZero();
        other.set("shelftally.matching.check-digit", "true");
        assertThat(other.run("replay", "--date", SECOND).out()).contains("the same bytes as published");
        assertThat(other.run("replay", "--date", FIRST).code()).isZero();
    }

    @Test
    void eachChangedRowHasOneCause() throws IOException {
        List<JsonNode> lines = usual.run(
                        "replay",
                        "--date",
                        SECOND,
                        "--settings",
                        file(OTHER_RULES).toString(),
                        "--diff",
                        "--json")
                .out()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();

        assertThat(lines.subList(0, lines.size() - 1).stream().map(ReplayByOtherRulesIT::inShort))
                .containsExactlyInAnyOrder(
                        "reconciled_items 1 " + A + ": - -> CAPTURED_NOT_SEEN by metadata-scan-id",
                        "reconciled_items 1 " + B + ": - -> CONFIRMED by metadata-scan-id",
                        "scans 1: - -> REPORTED by metadata-scan-id",
                        "reconciled_items 2 " + A_MISREAD + ": - -> CAPTURED_NOT_SEEN by check-digit",
                        "reconciled_items 2 " + A + ": CONFIRMED -> SEEN_NOT_CAPTURED by check-digit",
                        "reconciled_items 2 " + B + ": CAPTURED_NOT_SEEN -> - by metadata-scan-id",
                        "scans 2: REPORTED -> REPORTED by metadata-scan-id",
                        "reconciled_items 3 " + B + ": - -> CAPTURED_NOT_SEEN by metadata-scan-id",
                        "scans 3: REPORTED -> REPORTED by metadata-scan-id",
                        "captures " + Ids.id("misread") + ": RECONCILED -> RECONCILED by check-digit",
                        "captures " + Ids.id("moves") + ": RECONCILED -> RECONCILED by metadata-scan-id",
                        "captures " + Ids.id("returns") + ": WAITING_FOR_SCAN -> RECONCILED by metadata-scan-id",
                        "captures " + Ids.id("unknown") + ": WAITING_FOR_SCAN -> SCAN_UNAVAILABLE by nights");
        JsonNode end = lines.get(lines.size() - 1);
        assertThat(end.at("/changed_rows/shelftally.matching.nights/captures").asInt())
                .isEqualTo(1);
        assertThat(end.path("same").asBoolean()).isFalse();
    }

    @Test
    void aNightThatIsNotPublishedCannotBeReplayed() {
        InProcess.Ended ended = usual.run("replay", "--date", "2026-11-03");

        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.err())
                .contains("the night of 2026-11-03 is not published; the latest that is, is 2026-11-02.\n");
    }

    @Test
    void aBadRuleIsNamedWithItsLine() throws IOException {
        assertThat(bad("# strict\n\nshelftally.matching.chek-digit=false\n"))
                .contains(", line 3: \"shelftally.matching.chek-digit\" is no rule that a night can be replayed by");
        assertThat(bad("shelftally.matching.variable-weight=21IIIIIXXXXX\n"))
                .contains(", line 1: shelftally.matching.variable-weight must be patterns of 13 characters");
        assertThat(bad("\uFEFFshelftally.matching.nights=-1\n"))
                .contains("line 1: ", " must be a whole number from 0, not \"-1\"");
    }

    @Test
    void aFileOfRulesThatCannotBeReadIsNamed() throws IOException {
        Path file = home.resolve("latin1.properties");
        Files.write(file, "shelftally.closient.metadata-scan-id=r\u00e4um\n".getBytes(StandardCharsets.ISO_8859_1));

        for (Path unreadable : List.of(file, home, home.resolve("gone.properties"))) {
            assertThat(bad(unreadable))
                    .isEqualTo("shelftally: the rules in " + unreadable
                            + " cannot be read: see that the file exists and is UTF-8 text\n");
        }
    }

    @Test
    void progressIsShownBesideTheAnswerAndNotIfItIsToBeQuiet() {
        Captured<InProcess.Ended> shown = Captured.of(() -> usual.run("replay", "--date", SECOND, "--json"));
        Captured<InProcess.Ended> quiet = Captured.of(() -> usual.run("replay", "--date", SECOND, "--quiet"));

        assertThat(shown.err())
                .containsPattern("derive took 0:[0-9]{2}: captures 5/5; scans 3/3\n")
                .containsPattern(
                        "write took 0:[0-9]{2}: breaks [0-9]+; captures 5; quarantine [0-9]+; scans 3; unknown_products 0\n");
        assertThat(JsonMapper.shared()
                        .readTree(shown.value().out())
                        .path("same")
                        .booleanValue())
                .isTrue();
        assertThat(quiet.err()).isEmpty();
        assertThat(quiet.value().code()).isZero();
    }

    private String bad(String rules) throws IOException {
        return bad(Files.writeString(home.resolve("bad.properties"), rules));
    }

    private String bad(Path file) {
        InProcess.Ended ended = usual.run("replay", "--date", SECOND, "--settings", file.toString());
        assertThat(ended.code()).isEqualTo(78);
        return ended.err();
    }

    private Path file(Map<String, String> rules) throws IOException {
        Path file = home.resolve("rules.properties");
        return Files.writeString(
                file,
                String.join(
                        "\n",
                        rules.entrySet().stream()
                                .map(rule -> rule.getKey() + " = " + rule.getValue())
                                .toList()));
    }

    private static String inShort(JsonNode line) {
        return line.path("dataset").asString() + " "
                + String.join(
                        " ",
                        line.path("key").valueStream().map(JsonNode::asString).toList()) + ": "
                + line.path("before").asString() + " -> " + line.path("after").asString() + " by "
                + line.path("cause").asString().replaceFirst(".*\\.", "");
    }

    private static String report(String gtin) {
        return "'report': {'ITEMS_SEEN': ['" + gtin + "'], 'OOS': []}";
    }

    private static String code(String gtin) {
        return "'code': '" + gtin + "'";
    }
}
