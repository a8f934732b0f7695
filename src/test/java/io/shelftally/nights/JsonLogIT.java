package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A log that machines read: standard error holds JSON and nothing else. */
class JsonLogIT {

    private static final String DATE = "2026-11-02";

    @TempDir
    private Path home;

    @Test
    void everyLineIsJsonWithTheRunTheStepAndTheItem() {
        try (Sandbox sandbox = new WorldText()
                .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}")
                .capture(Ids.id("c1"), "'code': '00013562302284'")
                .start()) {
            Desk desk = new Desk(home)
                    .facing(sandbox)
                    .scans("scan_id", "1")
                    .captures("capture_id,scan_id", Ids.id("c1") + ",1")
                    .set("shelftally.log-format", "ecs")
                    .set("shelftally.log", "DEBUG");

            Captured<InProcess.Ended> night = Captured.of(() -> desk.night(DATE, "--wait", "1s"));
            desk.set("shelftally.closient.api-key", "wrong").captures("capture_id,scan_id", Ids.id("c2") + ",1");
            Captured<InProcess.Ended> refused = Captured.of(() -> desk.night(DATE, "--wait", "1s"));

            assertThat(night.value().code()).as(night.err()).isZero();
            List<JsonNode> lines = lines(night.err());
            assertThat(lines)
                    .allSatisfy(line -> assertThat(line.has("@timestamp")).isTrue());
            assertThat(texts(lines, "run")).contains("1");
            assertThat(texts(lines, "step")).contains("takeWorkList", "collect", "publish");
            assertThat(lines)
                    .filteredOn(line -> line.path("message").stringValue("").endsWith("is answered"))
                    .hasSize(3)
                    .allSatisfy(line -> {
                        assertThat(line.path("run").stringValue("")).isEqualTo("1");
                        assertThat(line.path("step").stringValue("")).isEqualTo("collect");
                        assertThat(line.path("item").stringValue("")).isNotEmpty();
                    });
            assertThat(texts(lines, "message"))
                    .contains("the night begins ...")
                    .anyMatch(text -> text.startsWith("collect took"));
            assertThat(refused.value().code()).isEqualTo(77);
            assertThat(refused.value().err()).isEmpty();
            assertThat(texts(lines(refused.err()), "message"))
                    .anyMatch(text -> text.startsWith("Closient refused the API key (HTTP 401)."));
        }
    }

    @Test
    void aFormatThatThereIsNotIsRefused() {
        InProcess.Ended ended =
                new Desk(home).set("shelftally.log-format", "xml").run("nights");

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.err()).contains("shelftally.log-format must be one of text, ecs, not \"xml\"");
    }

    private static List<JsonNode> lines(String err) {
        return err.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    private static Set<String> texts(List<JsonNode> lines, String name) {
        return lines.stream().map(line -> line.path(name).stringValue("")).collect(Collectors.toSet());
    }
}
