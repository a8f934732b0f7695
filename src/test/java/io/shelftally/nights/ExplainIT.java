package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code explain} over the night of the sample data, with the vendors gone and their credentials unset. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainIT {

    private static final Path SAMPLE = Path.of("sample-data");
    private static final String DATE = "2026-11-21";

    private Desk desk = new Desk(Path.of(""));

    @BeforeAll
    void publishTheSampleNight(@TempDir Path home) throws Exception {
        desk = new Desk(home);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(WorldSource.folder(SAMPLE.resolve("world"))))) {
            desk.facing(sandbox)
                    .night(
                            DATE,
                            "--captures",
                            SAMPLE.resolve("captures.csv").toString(),
                            "--scans",
                            SAMPLE.resolve("scans.csv").toString(),
                            "--wait",
                            "4s");
        }
        for (String gone : new String[] {
            "closient.api-key", "closient.base-url", "pensa.base-url", "pensa.access-token", "pensa.username"
        }) {
            desk.unset("shelftally." + gone);
        }
    }

    @Test
    void aConfirmedRowIsExplainedByItsLinesItsCapturesAndTheirAnswers() {
        String text = explain("--scan", "40101", "--gtin", "12000111020").out();

        assertThat(text)
                .contains("scan 40101, 00012000111020, night of 2026-11-21\n  CONFIRMED  captured=yes seen=yes oos=no")
                .contains("a report lists it as seen, and OOS does not.")
                .containsPattern("ITEMS_SEEN +12000111020 +GTIN_12 +ZEROS_RESTORED")
                .containsPattern("h6GidYaSnnSc4zGb5Chyx7 +COMPLETED +00012000111020 .*EXACT, this row")
                .containsPattern("\\* +pensa +statuses +[0-9]+( \\+[0-9]+)? +2026-[^ ]+ +200")
                .containsPattern("\\* +pensa +report +40101 ")
                .containsPattern("\\* +closient +read +nXgexRotxRU3TFVmCAKU8L ")
                .endsWith("Computed again from this evidence, it is the same.\n");
    }

    @Test
    void aDisputedRowNamesTheReportThatIsDisputed() {
        String text = explain("--scan", "40109", "--gtin", "836093010295", "--date", DATE)
                .out();

        assertThat(text)
                .contains("OOS_DISPUTED", "OOS reports the product out of stock, yet a settled capture")
                .containsPattern("\nOOS +836093010295 ");
    }

    @Test
    void aRowThatNoReportHasSaysSoAndWhatIsNear() {
        assertThat(explain("--scan", "40102", "--gtin", "00030000010402").out())
                .contains(
                        "CAPTURED_NOT_SEEN",
                        "none: no report has the product",
                        "matches no product of the reports, this row");
        assertThat(explain("--scan", "1234", "--gtin", "1234567890123").out())
                .contains("01234567890128  the same but for the check digit  capture eaHiSkh45iSu3CVZoZGiRM")
                .contains("*  pensa     statuses  ");
    }

    @Test
    void aCaptureIsExplainedByItsOutcomeAndEveryAnswerAboutIt() {
        String text = explain("--capture", "ZPzF84qFni8LmNktNtWLMk").out();

        assertThat(text)
                .contains("UNRESOLVED", "It still says FAILED after the retries", "Product lookup timed out")
                .containsPattern("closient +retry +ZPzF84qFni8LmNktNtWLMk ")
                .endsWith("Computed again from this evidence, it is the same.\n");
    }

    @Test
    void aRowOfEveryVerdictAndMethodComesOutTheSameAgain() throws IOException {
        Map<String, JsonNode> explained = new TreeMap<>();
        for (String line : Files.readAllLines(desk.out().resolve(DATE).resolve("reconciled_items.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells.length > 9 && cells[3].matches("[0-9]+")) {
                explained.computeIfAbsent(
                        cells[5] + " " + cells[9], kind -> json("--scan", cells[3], "--gtin", cells[4]));
            }
        }

        assertThat(explained).hasSizeGreaterThan(7);
        assertThat(explained.values()).allSatisfy(document -> {
            assertThat(document.path("differences")).isEmpty();
            assertThat(document.path("same_when_computed_again").booleanValue()).isTrue();
            assertThat(document.path("evidence").get(0).path("sha256").stringValue())
                    .hasSize(64);
        });
    }

    @Test
    void anotherRuleIsSaidToGiveAnotherRow() {
        desk.set("shelftally.matching.check-digit", "false");

        InProcess.Ended ended = explain("--scan", "1234", "--gtin", "1234567890123");
        desk.unset("shelftally.matching.check-digit");

        assertThat(ended.out())
                .contains("it is NOT the same")
                .containsPattern("verdict +CONFIRMED +SEEN_NOT_CAPTURED")
                .containsPattern("capture_count +1 +0");
    }

    @Test
    void whatIsNotThereEndsWith65AndSaysWhatIs() {
        assertThat(explain("--scan", "40101", "--gtin", "012000111021"))
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(65))
                .satisfies(ended -> assertThat(ended.err())
                        .contains("has no row of 00012000111021", "2026-11-21", "00012000111020 (the same but for"));
        assertThat(explain("--scan", "40100", "--gtin", "012000111021").err())
                .startsWith("shelftally: no published night has scan 40100; the nearest are 1234 and 40101.\n"
                        + "Look for it in scans.csv and quarantine.csv of its date.\nlooked for in the database ");
        assertThat(explain("--capture", "zPzF84qFni8LmNktNtWLMK").err())
                .startsWith(
                        "shelftally: no published night has capture zPzF84qFni8LmNktNtWLMK; near it is"
                                + " ZPzF84qFni8LmNktNtWLMk.\nLook for it in the work list and in quarantine.csv of its date.\n");
        assertThat(explain("--capture", "ZPzF84qFni8LmNktNtWLMk", "--date", "2026-11-20")
                        .err())
                .contains("its latest published night is 2026-11-21");
    }

    @Test
    void optionsThatDoNotFitTogetherEndWith64() {
        assertThat(explain("--scan", "40101").code()).isEqualTo(64);
        assertThat(explain("--scan", "40101", "--gtin", "soda").code()).isEqualTo(64);
        assertThat(explain().code()).isEqualTo(64);
    }

    private JsonNode json(String... options) {
        String[] args = new String[options.length + 1];
        System.arraycopy(options, 0, args, 0, options.length);
        args[options.length] = "--json";
        return new JsonMapper().readTree(explain(args).out());
    }

    private InProcess.Ended explain(String... options) {
        String[] args = new String[options.length + 1];
        args[0] = "explain";
        System.arraycopy(options, 0, args, 1, options.length);
        return desk.run(args);
    }
}
