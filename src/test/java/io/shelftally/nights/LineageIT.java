package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.operations.lineage.OpenLineageSchemas;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lineage tools hear of nights, by HTTP and in a file. */
class LineageIT {

    private static final String DATE = "2026-11-02";
    private static final String KEY = "l1neage-secret";

    @TempDir
    private Path home;

    private final Sandbox sandbox = new WorldText()
            .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}")
            .scan(2, "'progression': ['IN_PROGRESS']")
            .capture(Ids.id("c1"), "'code': '00013562302284'")
            .capture(Ids.id("c2"), "'code': '00013562302284', 'readSteps': [{'status': 503, 'times': 'forever'}]")
            .start();
    private final Receiver receiver = new Receiver();
    private Path file;
    private Desk desk;

    @BeforeEach
    void makeADesk() {
        file = home.resolve("lineage.jsonl");
        desk = new Desk(home)
                .facing(sandbox)
                .scans("scan_id,section", "1,cereals")
                .captures("capture_id,scan_id,note", Ids.id("c1") + ",1,x", "not an id,1,y")
                .set("shelftally.intake.max-bad-share", "1")
                .set("shelftally.lineage.file", file.toString());
    }

    @AfterEach
    void stop() {
        receiver.close();
        sandbox.close();
    }

    @Test
    void aNightIsToldFromItsListsAndVendorsToItsTables() throws IOException {
        desk.set("shelftally.lineage.url", receiver.url("/"))
                .set("shelftally.lineage.api-key", KEY)
                .set("shelftally.alert.quarantined", "warn 0.1");

        InProcess.Ended night = night("--xlsx");

        assertThat(night.code()).as(night.err()).isZero();
        assertThat(receiver.paths()).containsOnly("/api/v1/lineage").hasSize(3);
        assertThat(receiver.messages()).allSatisfy(sent -> {
            assertThat(sent.type()).isEqualTo("application/json");
            assertThat(sent.authorization()).isEqualTo("Bearer " + KEY);
        });
        assertThat(receiver.messages().stream().map(Receiver.Message::body)).isEqualTo(Files.readAllLines(file));
        assertThat(types()).containsExactly("START", "RUNNING", "COMPLETE");
        assertThat(ids()).hasSize(1);
        JsonNode complete = events().get(2);
        assertThat(names(complete, "inputs"))
                .containsExactly(
                        home.resolve("captures.csv") + " 2 [capture_id, scan_id]",
                        home.resolve("scans.csv") + " 1 [scan_id, section]",
                        "scanner/api/v1/captures 1",
                        "mobilesdkapi/facing/scan-statuses 1",
                        "mobilesdkapi/facing/reports-on-demand 1");
        assertThat(complete.at("/inputs/0/inputFacets/dataQualityAssertions/assertions/0/success")
                        .booleanValue())
                .isFalse();
        checkOutputs(complete);
    }

    private void checkOutputs(JsonNode complete) {
        Published published = desk.published(DATE);
        JsonNode outputs = complete.path("outputs");
        assertThat(outputs.valueStream().map(output -> output.path("name").stringValue()))
                .containsExactlyInAnyOrder(Stream.of(
                                "reconciled_items.csv",
                                "reconciled_items.xlsx",
                                "captures.csv",
                                "scans.csv",
                                "breaks.csv",
                                "quarantine.csv",
                                "unknown_products.csv")
                        .map(name -> desk.out().resolve(name).toString())
                        .toArray(String[]::new));
        outputs.valueStream()
                .filter(output -> output.path("name").stringValue().endsWith(".csv"))
                .forEach(output -> {
                    Path path = Path.of(output.path("name").stringValue());
                    List<String> lines = published
                            .text(path.getFileName().toString())
                            .lines()
                            .toList();
                    JsonNode written = output.at("/outputFacets/outputStatistics");
                    assertThat(written.path("rowCount").longValue())
                            .as("%s", path)
                            .isEqualTo(lines.size() - 1L);
                    assertThat(output.at("/facets/schema/fields")
                                    .valueStream()
                                    .map(field -> field.path("name").stringValue()))
                            .containsExactly(lines.get(0).split(",", -1));
                    assertThat(output.at("/facets/version/datasetVersion").stringValue())
                            .isEqualTo(DATE + "/1");
                });
    }

    @Test
    void aRerunIsAnotherRunOfTheSameJobAndWritesNothingWhereNothingChanged() throws IOException {
        night();
        InProcess.Ended again = desk.run("rerun", "--date", DATE, "--quiet");

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(types()).containsExactly("START", "RUNNING", "COMPLETE", "START", "RUNNING", "COMPLETE");
        assertThat(ids()).hasSize(2);
        JsonNode complete = events().get(5);
        assertThat(complete.at("/run/facets/tags/tags/0/value").stringValue()).isEqualTo("rerun");
        assertThat(names(complete, "inputs").get(0))
                .isEqualTo(home.resolve("captures.csv") + " 2 [capture_id, scan_id]");
        assertThat(complete.path("outputs").size()).isEqualTo(6);
        assertThat(complete.path("outputs").valueStream()).allSatisfy(output -> {
            assertThat(output.has("outputFacets")).isFalse();
            assertThat(output.at("/facets/version/datasetVersion").stringValue())
                    .isEqualTo(DATE + "/1");
        });
    }

    @Test
    void aNightBelowAFloorFailsWithTheFloorAndTheReason() throws IOException {
        desk.captures("capture_id", Ids.id("c1"), Ids.id("c2")).set("shelftally.coverage.captures-answered", "0.9");

        InProcess.Ended night = night();

        assertThat(night.code()).isEqualTo(69);
        assertThat(types()).containsExactly("START", "RUNNING", "FAIL");
        JsonNode fail = events().get(2);
        assertThat(fail.at("/run/facets/errorMessage/message").stringValue())
                .startsWith("nothing is published for " + DATE)
                .isEqualTo(night.err()
                        .strip()
                        .replaceFirst("^shelftally: ", "")
                        .lines()
                        .findFirst()
                        .orElseThrow());
        assertThat(fail.at("/run/facets/test/tests")
                        .valueStream()
                        .map(test -> test.path("name").stringValue() + " "
                                + test.path("status").stringValue()))
                .containsExactly(
                        "shelftally.coverage.scans-answered pass", "shelftally.coverage.captures-answered fail");
        assertThat(fail.path("outputs").isEmpty()).isTrue();
    }

    @Test
    void aNightThatIsKilledIsAbortedByTheNextStartUnderItsOwnId() throws Exception {
        desk.scans("scan_id", "1", "2");
        try (ChildProcess killed = desk.nightElsewhere(DATE, "--wait", "10m")) {
            while (killed.isAlive() && lines() < 2) {
                Thread.sleep(20);
            }
            killed.kill();
        }
        assertThat(types()).containsExactly("START", "RUNNING");

        InProcess.Ended resumed = night();

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(types()).containsExactly("START", "RUNNING", "ABORT", "START", "RUNNING", "COMPLETE");
        List<String> ids = events().stream().map(LineageIT::id).toList();
        assertThat(ids.subList(0, 3)).containsOnly(ids.get(0));
        assertThat(ids.subList(3, 6)).containsOnly(ids.get(3)).doesNotContain(ids.get(0));
    }

    @Test
    void aReceiverThatRefusesOrHangsIsWarnedOfAndDelaysNothingForLong() throws IOException {
        desk.set("shelftally.lineage.url", receiver.answering(401).url("/custom?x=1"));
        Captured<InProcess.Ended> refused = Captured.of(() -> night("--quiet"));
        desk.set("shelftally.lineage.url", receiver.answering(200).after(20_000).url(""))
                .set("shelftally.notify.timeout", "1s")
                .set(
                        "shelftally.lineage.file",
                        home.resolve("no/folder/lineage.jsonl").toString());

        long start = System.nanoTime();
        Captured<InProcess.Ended> hung = Captured.of(() -> desk.run("rerun", "--date", DATE, "--quiet"));
        long seconds = (System.nanoTime() - start) / 1_000_000_000;

        String host = receiver.url("").substring("http://".length());
        assertThat(List.of(refused.value().code(), hung.value().code())).containsOnly(0);
        assertThat(receiver.paths()).startsWith("/custom?x=1");
        assertThat(warnings(refused))
                .containsExactly("the receiver of lineage at " + host + " could not be told: HTTP 401");
        assertThat(warnings(hung).map(line -> line.replace("request timed out", "no end within 1 s")))
                .as("of a run that takes longer than the attempts, the last of them is told")
                .containsExactlyInAnyOrder(
                        "the file of lineage " + home.resolve("no/folder/lineage.jsonl")
                                + " could not be told: there is no such folder (shelftally.lineage.file)",
                        "the receiver of lineage at " + host + " could not be told: no end within 1 s");
        assertThat(seconds).isLessThan(15);
    }

    @Test
    void settingsThatCannotBeUsedAreWarnedOfInWordsWithoutTheKey() {
        desk.set("shelftally.lineage.url", "http://lineage.example.com").set("shelftally.lineage.api-key", KEY);

        Captured<InProcess.Ended> night = Captured.of(() -> night("--quiet"));
        InProcess.Ended shown = desk.run("config", "show");

        assertThat(night.value().code()).isZero();
        assertThat(warnings(night))
                .containsExactly("nobody is told of the lineage: shelftally.lineage.url sends secrets to"
                        + " lineage.example.com unencrypted: use https, or set shelftally.http.allow-plain=true");
        assertThat(night.err() + shown.out()).doesNotContain(KEY);
    }

    private InProcess.Ended night(String... more) {
        return desk.night(
                DATE, Stream.concat(Stream.of("--wait", "1s"), Stream.of(more)).toArray(String[]::new));
    }

    private long lines() throws IOException {
        return Files.exists(file)
                ? Files.readString(file).chars().filter(c -> c == '\n').count()
                : 0;
    }

    private List<JsonNode> events() throws IOException {
        List<JsonNode> events = Files.readAllLines(file).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(events)
                .allSatisfy(
                        event -> assertThat(OpenLineageSchemas.faults(event)).isEmpty());
        return events;
    }

    private List<String> types() throws IOException {
        return events().stream()
                .map(event -> event.path("eventType").stringValue())
                .toList();
    }

    private List<String> ids() throws IOException {
        return events().stream().map(LineageIT::id).distinct().toList();
    }

    private static String id(JsonNode event) {
        return event.at("/run/runId").stringValue();
    }

    /** Each with its rows; of a list its columns too. */
    private static List<String> names(JsonNode event, String side) {
        return event.path(side)
                .valueStream()
                .map(dataset -> dataset.path("name").stringValue() + " "
                        + dataset.at("/inputFacets/inputStatistics/rowCount").longValue()
                        + (dataset.path("namespace").stringValue().equals("file")
                                ? " "
                                        + dataset.at("/facets/schema/fields")
                                                .valueStream()
                                                .map(field -> field.path("name").stringValue())
                                                .toList()
                                : ""))
                .toList();
    }

    private static Stream<String> warnings(Captured<?> run) {
        return run.err()
                .lines()
                .map(line -> line.replaceFirst("[^ ]* WARN  ", ""))
                .filter(line -> !line.contains("captures.csv, line 1: these columns are not read"));
    }
}
