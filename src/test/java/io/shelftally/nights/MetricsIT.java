package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.shelftally.Documents;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures that a run hands over, and that the pages and examples name no others. */
class MetricsIT {

    private static final String DATE = "2026-11-02";
    private static final Path ALERTS = Path.of("jobs", "monitoring", "alerts.yaml");
    private static final Path DASHBOARD = Path.of("jobs", "monitoring", "grafana-dashboard.json");
    private static final Pattern USED = Pattern.compile("(shelftally_[a-z_]+)(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=~?\"([^\"]*)\"");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{ ?(?:\\$labels\\.)?([a-z_]+) ?}}");

    @TempDir
    private Path home;

    @Test
    void theFiguresOfARunAreThoseOfItsNightEverywhere() throws Exception {
        Path folder = Files.createDirectory(home.resolve("textfiles"));
        try (Sandbox sandbox = world().start();
                Receiver gateway = new Receiver();
                Receiver collector = new Receiver()) {
            Desk desk = new Desk(home)
                    .facing(sandbox)
                    .scans("scan_id", "1")
                    .captures("capture_id,scan_id", Ids.id("c1") + ",1", "not an id,1")
                    .set("shelftally.intake.max-bad-share", "1")
                    .set("shelftally.alert.quarantined", "warn 0.1")
                    .set("shelftally.metrics.textfile-dir", folder.toString())
                    .set("shelftally.metrics.pushgateway-url", gateway.url("/"))
                    .set("shelftally.metrics.otlp-url", collector.url("/v1/metrics"))
                    .set("shelftally.metrics.otlp-headers", "Authorization=Bearer t0ken");

            Captured<InProcess.Ended> first = Captured.of(() -> desk.night(DATE, "--wait", "1s", "--quiet"));
            String runText = Files.readString(folder.resolve("shelftally_run.prom"));
            String nightText = Files.readString(folder.resolve("shelftally_night.prom"));
            desk.set("shelftally.closient.api-key", "wrong").captures("capture_id,scan_id", Ids.id("c2") + ",1");
            InProcess.Ended second = desk.night(DATE, "--wait", "1s");

            assertThat(first.value().code()).as(first.err()).isZero();
            assertThat(second.code()).as(second.err()).isEqualTo(77);
            Exposition run = Exposition.parse(runText);
            Exposition night = Exposition.parse(nightText);
            checkFigures(run, night);
            checkNamesAndLabels(run, night);
            assertThat(gateway.paths()).containsOnly("/metrics/job/shelftally");
            assertThat(gateway.messages().get(0).type()).startsWith("text/plain; version=0.0.4");
            Exposition pushed = Exposition.parse(gateway.messages().get(0).body());
            assertThat(pushed.names()).isEqualTo(union(run.names(), night.names()));
            checkOtlp(collector.messages().get(0), pushed);
            checkWhatAFailureLeaves(folder, nightText, gateway.messages().get(1));
        }
    }

    @Test
    void whoCannotTakeThemIsWarnedOf() {
        try (Sandbox sandbox = world().start();
                Receiver collector = new Receiver().answering(400)) {
            Desk desk = new Desk(home)
                    .facing(sandbox)
                    .scans("scan_id", "1")
                    .set("shelftally.metrics.textfile-dir", home.resolve("none").toString())
                    .set("shelftally.metrics.otlp-url", collector.url("/v1/metrics"));

            Captured<InProcess.Ended> night =
                    Captured.of(() -> desk.night(DATE, "--wait", "1s", "--quiet", "--allow-empty"));

            assertThat(night.value().code()).isZero();
            assertThat(night.err().lines().map(line -> line.replaceFirst("[^ ]* WARN  ", "")))
                    .contains(
                            "the folder of textfiles " + home.resolve("none")
                                    + " could not be told: there is no such folder (shelftally.metrics.textfile-dir)",
                            "the collector of OTLP at "
                                    + collector.url("").substring("http://".length())
                                    + " could not be told: HTTP 400");
        }
    }

    private static void checkFigures(Exposition run, Exposition night) {
        assertThat(run.value("shelftally_run_exit_code", Map.of())).isZero();
        assertThat(run.value("shelftally_run_duration_seconds", Map.of())).isBetween(0.1, 60.0);
        assertThat(run.of("shelftally_run_step_duration_seconds").stream()
                        .map(sample -> sample.labels().get("step")))
                .containsExactlyInAnyOrder(
                        "takeWorkList", "collect", "linkCaptures", "reconcile", "checkCoverage", "publish");
        assertThat(night.value("shelftally_night_scans", Map.of("outcome", "REPORTED")))
                .isEqualTo(1);
        assertThat(night.value("shelftally_night_products", Map.of("verdict", "CONFIRMED")))
                .isEqualTo(1);
        assertThat(night.value("shelftally_night_quarantined", Map.of("code", "BAD_CAPTURE_ID")))
                .isEqualTo(1);
        assertThat(night.value("shelftally_night_business_date_seconds", Map.of()))
                .isEqualTo(1793577600.0);
        assertThat(night.value("shelftally_night_tripped_rules", Map.of("level", "warn")))
                .isEqualTo(1);
        assertThat(night.value("shelftally_night_calls", Map.of("vendor", "closient", "call", "read", "result", "ok")))
                .isEqualTo(1);
    }

    /** Prometheus' own conventions, and the examples and the page name nothing that no run writes. */
    private static void checkNamesAndLabels(Exposition run, Exposition night) throws IOException {
        Set<String> written = union(run.names(), night.names());
        assertThat(written).allMatch(name -> name.matches("shelftally_(run|night)(_[a-z]+)+"));
        assertThat(written).noneMatch(name -> name.endsWith("_total"));
        assertThat(run.types().values()).containsOnly("gauge");
        assertThat(Documents.rows(Documents.section(Documents.runbook("Metrics"), "Metrics")).stream()
                        .map(cells -> cells.get(0).replaceFirst("\\{.*", ""))
                        .filter(name -> name.startsWith("shelftally_")))
                .as("jobs/told.md, \"Metrics\": a row for each name")
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(expressions()).hasSizeGreaterThan(15).allSatisfy(expression -> {
            Matcher used = USED.matcher(expression);
            assertThat(used.find()).isTrue();
            used.reset().results().forEach(use -> checkUse(use, night.names().contains(use.group(1)) ? night : run));
        });
        assertThat(legends()).isNotEmpty().isSubsetOf(labels(run, night));
    }

    private static void checkUse(MatchResult use, Exposition written) {
        assertThat(written.names()).contains(use.group(1));
        if (use.group(2) != null) {
            LABEL.matcher(use.group(2))
                    .results()
                    .forEach(label -> assertThat(written.of(use.group(1)).stream()
                                    .map(sample -> sample.labels().get(label.group(1))))
                            .as(use.group())
                            .contains(label.group(2).split("\\|")));
        }
    }

    /** Of the alerts and of the dashboard. */
    private static List<String> expressions() throws IOException {
        Stream<String> ofAlerts = rules().map(rule -> String.valueOf(rule.get("expr")));
        Stream<String> ofPanels = panels().flatMap(
                        panel -> panel.path("targets").valueStream())
                .map(target -> target.path("expr").stringValue(""));
        return Stream.concat(ofAlerts, ofPanels).toList();
    }

    private static Set<String> legends() throws IOException {
        Set<String> legends = new TreeSet<>();
        Stream<String> texts = Stream.concat(
                rules().map(rule -> String.valueOf(rule.get("annotations"))),
                panels().flatMap(panel -> panel.path("targets").valueStream())
                        .map(target -> target.path("legendFormat").stringValue("")));
        texts.forEach(text -> LEGEND.matcher(text).results().forEach(label -> legends.add(label.group(1))));
        return legends;
    }

    private static Set<String> labels(Exposition... all) {
        Set<String> labels = new HashSet<>();
        Stream.of(all)
                .forEach(written -> written.names()
                        .forEach(name -> written.of(name)
                                .forEach(sample -> labels.addAll(sample.labels().keySet()))));
        return labels;
    }

    @SuppressWarnings("unchecked") // what YAML is made of
    private static Stream<Map<String, Object>> rules() throws IOException {
        Map<String, List<Map<String, Object>>> file = new Yaml().load(Files.readString(ALERTS));
        return Objects.requireNonNull(file.get("groups")).stream()
                .flatMap(group -> ((List<Map<String, Object>>) Objects.requireNonNull(group.get("rules"))).stream());
    }

    private static Stream<JsonNode> panels() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(DASHBOARD))
                .path("panels")
                .valueStream();
    }

    private static void checkOtlp(Receiver.Message sent, Exposition pushed) throws IOException {
        ExportMetricsServiceRequest request = ExportMetricsServiceRequest.parseFrom(sent.bytes());
        List<Metric> metrics = request.getResourceMetrics(0).getScopeMetrics(0).getMetricsList();

        assertThat(sent.type()).isEqualTo("application/x-protobuf");
        assertThat(request.getResourceMetrics(0).getResource().getAttributesList())
                .anySatisfy(attribute -> {
                    assertThat(attribute.getKey()).isEqualTo("service.name");
                    assertThat(attribute.getValue().getStringValue()).isEqualTo("shelftally");
                });
        assertThat(metrics).allMatch(Metric::hasGauge);
        assertThat(metrics.stream().map(MetricsIT::prometheusName)).containsAll(pushed.names());
    }

    private static String prometheusName(Metric metric) {
        return metric.getName().replace('.', '_') + (metric.getUnit().isEmpty() ? "" : "_" + metric.getUnit());
    }

    private static void checkWhatAFailureLeaves(Path folder, String nightText, Receiver.Message pushed)
            throws IOException {
        Exposition run = Exposition.parse(Files.readString(folder.resolve("shelftally_run.prom")));
        assertThat(run.value("shelftally_run_exit_code", Map.of())).isEqualTo(77);
        assertThat(Files.readString(folder.resolve("shelftally_night.prom"))).isEqualTo(nightText);
        assertThat(Exposition.parse(pushed.body()).names()).isEqualTo(run.names());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("no draft is left").hasSize(2);
        }
    }

    private static Set<String> union(Set<String> left, Set<String> right) {
        Set<String> all = new HashSet<>(left);
        all.addAll(right);
        return all;
    }

    private static WorldText world() {
        return new WorldText()
                .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}")
                .capture(Ids.id("c1"), "'code': '00013562302284'")
                .capture(Ids.id("c2"), "'code': '00013562302284'");
    }
}
