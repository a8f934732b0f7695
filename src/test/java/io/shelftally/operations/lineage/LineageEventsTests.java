package io.shelftally.operations.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineageClientUtils;
import io.shelftally.intake.worklist.InputSource;
import io.shelftally.job.alerts.Judged;
import io.shelftally.job.nightly.Begun;
import io.shelftally.job.nightly.CoverageSettings;
import io.shelftally.job.nightly.NightOptions;
import io.shelftally.job.nightly.RunFacts;
import io.shelftally.night.run.RunStart;
import io.shelftally.operations.telling.RunEvent;
import io.shelftally.operations.telling.RunState;
import io.shelftally.publication.export.CsvFile;
import io.shelftally.publication.report.SampleNight;
import io.shelftally.publication.report.Summary;
import io.shelftally.publication.results.Datasets;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What OpenLineage's events say of the sample night, and that they are such. */
class LineageEventsTests {

    private static final UUID PARENT = UUID.fromString("0192d5f4-7c1e-7a41-9a3c-1d3f5e7a9b0c");
    private static final RunStart DEAD = new RunStart(6, SampleNight.DATE, Instant.parse("2026-11-22T01:00:00.25Z"));

    @Test
    void everyEventIsValidByThePublishedSchemas() {
        assertThat(all().map(OpenLineageSchemas::faults))
                .hasSize(5)
                .allSatisfy(faults -> assertThat(faults).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "/eventType, DONE",
        "/eventTime, yesterday",
        "/run/runId, 7",
        "/run/facets/nominalTime/nominalStartTime, 2026-11-21",
        "/run/facets/parent/run/runId, 7",
        "/run/facets/test/_schemaURL, https://openlineage.io/spec/facets/9-9-9/TestRunFacet.json",
    })
    void anEventThatIsNoneIsNotValid(String place, String value) {
        JsonNode event = all().reduce((first, last) -> last).orElseThrow();
        int name = place.lastIndexOf('/');
        ((ObjectNode) event.at(place.substring(0, name))).put(place.substring(name + 1), value);

        assertThat(OpenLineageSchemas.faults(event)).isNotEmpty();
    }

    @Test
    void ourWriterWritesWhatTheClientsOwnWriterDoes() {
        assertThat(events()).hasSize(5).allSatisfy(event -> {
            String theirs = OpenLineageClientUtils.toJson(event);
            assertThat(LineageTeller.json(event)).isEqualTo(theirs);
            assertThat(OpenLineageClientUtils.runEventFromJson(theirs)).isEqualTo(event);
        });
    }

    @Test
    void aStartIsToldByOneIdAndTheOneThatDiedBeforeItIsAborted() {
        List<JsonNode> events = all().toList();

        assertThat(events.stream().map(event -> event.path("eventType").stringValue()))
                .containsExactly("ABORT", "START", "RUNNING", "COMPLETE", "FAIL");
        assertThat(events.stream().skip(1).map(event -> event.at("/run/runId").stringValue()))
                .containsOnly(events.get(1).at("/run/runId").stringValue());
        RunEvent before = event(
                RunState.STARTED,
                "",
                new RunFacts(
                        Optional.of(new Begun(DEAD, options(), List.of())),
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(events.get(0).at("/run/runId").stringValue())
                .isEqualTo(json(lineage().of(before).get(0)).at("/run/runId").stringValue())
                .isNotEqualTo(events.get(1).at("/run/runId").stringValue());
        assertThat(events.stream()
                        .map(event -> event.at("/job/namespace").stringValue() + " "
                                + event.at("/job/name").stringValue()))
                .containsOnly("stores nightly");
    }

    @Test
    void theNightIsTheNominalTimeAndTheSchedulersRunTheParent() {
        JsonNode run = published().path("run").path("facets");

        assertThat(run.at("/nominalTime/nominalStartTime").stringValue()).isEqualTo("2026-11-20T23:00:00Z");
        assertThat(run.at("/nominalTime/nominalEndTime").stringValue()).isEqualTo("2026-11-21T23:00:00Z");
        assertThat(run.at("/parent/job/namespace").stringValue()).isEqualTo("airflow/prod");
        assertThat(run.at("/parent/job/name").stringValue()).isEqualTo("shelves.nightly");
        assertThat(run.at("/parent/run/runId").stringValue()).isEqualTo(PARENT.toString());
        assertThat(run.at("/tags/tags")
                        .valueStream()
                        .map(tag -> tag.path("key").stringValue() + "="
                                + tag.path("value").stringValue()))
                .containsExactly("command=nightly", "host=host", "run=7", "exit_code=0");
    }

    @Test
    void listsAndVendorsAreWhatIsRead() {
        JsonNode inputs = published().path("inputs");

        assertThat(inputs.valueStream().map(LineageEventsTests::described))
                .containsExactly(
                        "file /srv/lists/captures.csv 4712 [capture_id, scan_id, store_id]",
                        "postgres://lists.example.com:5432 shop.sql:scans 512 [scan_id]",
                        "https://www.closient.com scanner/api/v1/captures 4471 " + names(Schemas.CAPTURE),
                        "https://pensa.example.com:8443 mobilesdkapi/facing/scan-statuses 498 " + names(Schemas.SCAN),
                        "https://pensa.example.com:8443 mobilesdkapi/facing/reports-on-demand "
                                + SampleNight.summary().coverage().lines().read() + " " + names(Schemas.LINE));
        assertThat(inputs.toString()).doesNotContain("secret");
        assertThat(inputs.path(1).at("/facets/documentation/description").stringValue())
                .isEqualTo("The rows of: SELECT scan_id FROM due");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://lists.example.com/shop?user=reader&password=secret, postgres://lists.example.com:5432 shop.sql:scans",
        "jdbc:h2:file:/srv/var/shelftally;USER=sa;PASSWORD=secret, h2:file:/srv/var/shelftally sql:scans",
        "'', ' sql:scans'",
    })
    void aQueryIsNamedByItsDatabaseWithoutASecret(String url, String named) {
        JsonNode input = json(lineage(url)
                        .of(event(RunState.RUNNING, "", facts(begun(), lists(), Optional.empty(), Optional.empty())))
                        .get(0))
                .path("inputs")
                .path(1);

        assertThat(input.path("namespace").stringValue() + " "
                        + input.path("name").stringValue())
                .isEqualTo(named);
    }

    @Test
    void floorsAndRulesAreAssertionsOfWhatTheyMeasure() {
        JsonNode event = published();

        assertThat(assertions(event))
                .containsExactly(
                        "/srv/lists/captures.csv: quarantined error true <= 0.1 0.0006 null",
                        "shop.sql:scans: quarantined error true <= 0.1 0.0006 null",
                        "scanner/api/v1/captures: captures-answered error true >= 0.5 0.9936 null",
                        "mobilesdkapi/facing/scan-statuses: scans-answered error true >= 0.5 0.996 null",
                        "mobilesdkapi/facing/scan-statuses: scans-answered warn false >= 0.999 0.996 few were answered",
                        "mobilesdkapi/facing/reports-on-demand: lines-identified error true >= 0.5 0.994 null");
        assertThat(event.at("/run/facets/test/tests")
                        .valueStream()
                        .map(test -> test.path("name").stringValue() + " "
                                + test.path("severity").stringValue() + " "
                                + test.path("status").stringValue()))
                .containsExactly(
                        "shelftally.coverage.scans-answered error pass",
                        "shelftally.coverage.captures-answered error pass",
                        "shelftally.coverage.lines-identified error pass",
                        "shelftally.alert.scans-answered warn fail",
                        "shelftally.alert.quarantined error pass",
                        "shelftally.alert.breaks-growth warn fail");
    }

    @Test
    void tablesAreWhatIsMadeWhateverTheNight() {
        JsonNode outputs = published().path("outputs");

        assertThat(outputs.valueStream().map(output -> output.path("name").stringValue()))
                .containsExactly("/srv/out/reconciled_items.csv", "/srv/out/breaks.csv");
        JsonNode first = outputs.path(0);
        assertThat(first.at("/facets/version/datasetVersion").stringValue()).isEqualTo("2026-11-21/3");
        assertThat(first.at("/outputFacets/outputStatistics/rowCount").longValue())
                .isEqualTo(18231);
        assertThat(first.at("/outputFacets/outputStatistics/size").longValue()).isEqualTo(4_000_000);
        assertThat(first.at("/facets/schema/fields")
                        .valueStream()
                        .map(field -> field.path("name").stringValue()))
                .containsExactlyElementsOf(Datasets.RECONCILED_ITEMS.columns().stream()
                        .map(column -> column.name())
                        .toList());
    }

    @Test
    void ofARunThatFailsItIsToldWhyAndWhatItRead() {
        JsonNode failed = all().filter(
                        event -> event.path("eventType").stringValue().equals("FAIL"))
                .findFirst()
                .orElseThrow();

        assertThat(failed.at("/run/facets/errorMessage/message").stringValue()).isEqualTo("too few were answered");
        assertThat(failed.path("outputs").isEmpty()).isTrue();
        assertThat(failed.path("inputs").size()).isEqualTo(5);
        assertThat(assertions(failed))
                .contains("mobilesdkapi/facing/scan-statuses: scans-answered error false >= 0.5 0.4 200 of 500: nothing"
                        + " is published");
    }

    @Test
    void theEventOfTheRunbookIsValid() throws IOException {
        String page = Files.readString(Path.of("jobs", "lineage.md"));
        String event = page.substring(page.indexOf("```json") + "```json".length(), page.lastIndexOf("```"));

        assertThat(OpenLineageSchemas.faults(JsonMapper.shared().readTree(event)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fieldsOfTheVendors")
    void theFieldsOfTheVendorsAreThoseThatAreRead(List<String> fields, String readers) throws IOException {
        StringBuilder code = new StringBuilder();
        for (String reader : readers.split(" ", -1)) {
            code.append(Files.readString(Path.of("src", "main", "java", "io", "shelftally", "night", reader)));
        }

        assertThat(names(fields))
                .as("field names in %s", readers)
                .allSatisfy(field -> assertThat(code).contains('"' + field + '"'));
    }

    static Stream<Arguments> fieldsOfTheVendors() {
        return Stream.of(
                Arguments.of(Schemas.CAPTURE, "captures/Capture.java"),
                Arguments.of(Schemas.SCAN, "scans/ScanStatus.java scans/StatusAnswers.java"),
                Arguments.of(Schemas.LINE, "scans/ProductLine.java"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"airflow/nightly", "nightly/0192d5f4-7c1e-7a41-9a3c-1d3f5e7a9b0c", "a/b/42"})
    void whatIsNoParentIsRefusedInWords(String parent) {
        LineageSettings settings = new LineageSettings(null, null, null, "stores", parent);

        assertThatThrownBy(() -> Installation.of(defaults(), settings))
                .hasMessage("shelftally.lineage.parent must be namespace/job/run, and the run a UUID, not \"" + parent
                        + "\"");
    }

    private static Binder defaults() {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                "shelftally.closient.base-url", "https://www.closient.com",
                "shelftally.zone", "UTC")));
    }

    private static JsonNode published() {
        return all().filter(event -> event.path("eventType").stringValue().equals("COMPLETE"))
                .findFirst()
                .orElseThrow();
    }

    private static String described(JsonNode input) {
        return input.path("namespace").stringValue() + " " + input.path("name").stringValue() + " "
                + input.at("/inputFacets/inputStatistics/rowCount").longValue() + " "
                + input.at("/facets/schema/fields")
                        .valueStream()
                        .map(field -> field.path("name").stringValue())
                        .toList();
    }

    private static Stream<String> assertions(JsonNode event) {
        return event.path("inputs")
                .valueStream()
                .flatMap(input -> input.at("/inputFacets/dataQualityAssertions/assertions")
                        .valueStream()
                        .map(check -> input.path("name").stringValue() + ": "
                                + check.path("assertion").stringValue() + " "
                                + check.path("severity").stringValue() + " "
                                + check.path("success").booleanValue() + " "
                                + check.path("expected").stringValue() + " "
                                + check.path("actual").stringValue() + " "
                                + check.path("description").stringValue(null)));
    }

    private static List<String> names(List<String> fields) {
        return fields.stream().map(field -> field.split(" ", 2)[0]).toList();
    }

    private static Stream<JsonNode> all() {
        return events().map(LineageEventsTests::json);
    }

    private static JsonNode json(OpenLineage.RunEvent event) {
        return JsonMapper.shared().readTree(LineageTeller.json(event));
    }

    /** A start after one that died, its list, its publication, and how it would have failed. */
    private static Stream<OpenLineage.RunEvent> events() {
        Optional<Begun> begun = begun();
        Summary night = SampleNight.summary();
        Summary.Coverage coverage = night.coverage();
        Summary.Coverage few = new Summary.Coverage(
                new Summary.Share(500, 200, 50),
                coverage.captures(),
                coverage.lines(),
                coverage.reportsRead(),
                coverage.reportsWithItemsSeen(),
                coverage.reportsToJudge());
        RunFacts.Published published = new RunFacts.Published(
                night,
                3,
                true,
                Path.of("/srv/out/2026-11-21"),
                List.of(
                        judged("scans-answered", Summary.Level.WARN, true, "0.996", "0.999", "few were answered"),
                        judged("quarantined", Summary.Level.FAIL, false, "0.0006", "0.10", ""),
                        judged("breaks-growth", Summary.Level.WARN, false, "2.5", "2", "many are open")),
                List.of(
                        new CsvFile(Datasets.RECONCILED_ITEMS, 18231, 4_000_000, "ab"),
                        new CsvFile(Datasets.BREAKS, 120, 9000, "cd")));
        Stream<RunEvent> events = Stream.of(
                event(RunState.STARTED, "", facts(begun, List.of(), Optional.empty(), Optional.empty())),
                event(RunState.RUNNING, "", facts(begun, lists(), Optional.empty(), Optional.empty())),
                event(RunState.PUBLISHED, "", facts(begun, lists(), Optional.of(coverage), Optional.of(published))),
                event(
                        RunState.FAILED,
                        "too few were answered",
                        facts(begun, lists(), Optional.of(few), Optional.empty())));
        LineageEvents lineage = lineage();
        return events.flatMap(event -> lineage.of(event).stream());
    }

    private static Optional<Begun> begun() {
        RunStart start = new RunStart(7, SampleNight.DATE, Instant.parse("2026-11-22T02:00:00.123456Z"));
        return Optional.of(new Begun(start, options(), List.of(DEAD)));
    }

    private static RunFacts facts(
            Optional<Begun> begun,
            List<InputSource> lists,
            Optional<Summary.Coverage> coverage,
            Optional<RunFacts.Published> published) {
        return new RunFacts(begun, lists, Map.of(), coverage, published);
    }

    private static Judged judged(
            String rule, Summary.Level level, boolean isFloor, String value, String limit, String words) {
        BigDecimal measured = new BigDecimal(value);
        BigDecimal from = new BigDecimal(limit);
        return new Judged(
                rule,
                level,
                isFloor,
                measured,
                from,
                words.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Summary.Alert(rule, level, measured, from, words)));
    }

    private static List<InputSource> lists() {
        return List.of(
                new InputSource(
                        "captures.csv",
                        "/srv/lists/captures.csv",
                        "ab",
                        4712,
                        0,
                        3,
                        "capture_id,,scan_id,\"store_id\""),
                new InputSource("sql:scans", "SELECT scan_id FROM due", "cd", 512, 0, 0, "scan_id"));
    }

    private static NightOptions options() {
        return new NightOptions(
                SampleNight.DATE,
                Optional.of(Path.of("/srv/lists/captures.csv")),
                Optional.empty(),
                Path.of("/srv/out"),
                Duration.ZERO,
                1,
                false,
                false,
                Set.of());
    }

    private static RunEvent event(RunState state, String message, RunFacts facts) {
        OptionalInt code = !state.isEnd() ? OptionalInt.empty() : OptionalInt.of(message.isEmpty() ? 0 : 69);
        return new RunEvent(
                state,
                "nightly",
                Optional.<LocalDate>of(SampleNight.DATE),
                Instant.parse("2026-11-22T02:00:00Z"),
                Instant.parse("2026-11-22T03:00:00.5Z"),
                code,
                message,
                facts,
                List.of(),
                "host");
    }

    private static LineageEvents lineage() {
        return lineage("jdbc:postgresql://reader:secret@lists.example.com:5432/shop?sslmode=require&password=secret");
    }

    private static LineageEvents lineage(String lists) {
        return new LineageEvents(new Installation(
                "stores",
                Optional.of(new Installation.Parent("airflow/prod", "shelves.nightly", PARENT)),
                URI.create("https://www.closient.com"),
                Optional.of(URI.create("https://user:secret@pensa.example.com:8443/")),
                lists,
                new CoverageSettings(0.5, 0.5, 0.5, 10),
                ZoneId.of("Europe/Paris")));
    }
}
