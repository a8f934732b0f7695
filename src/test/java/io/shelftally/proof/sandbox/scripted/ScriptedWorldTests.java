package io.shelftally.proof.sandbox.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.proof.sandbox.world.BadWorldException;
import io.shelftally.proof.sandbox.world.CaptureScript;
import io.shelftally.proof.sandbox.world.Catalogue;
import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.ScanScript;
import io.shelftally.proof.sandbox.world.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ScriptedWorldTests {

    private static final String ID = "ABCDEFGHJKLMNPQRSTUVWX";
    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void aCodeFillsInTheProductAndTheObjectStandsOverIt() {
        CaptureScript capture = capture("{'id': '%s', 'code': '49000000450', 'object': {'gtin': ''}}");

        assertThat(capture.object().path("raw_value").asString()).isEqualTo("49000000450");
        assertThat(capture.object().path("product_name").asString()).isEqualTo("dt Coke 20OZA PL BT");
        assertThat(capture.object().path("gtin").asString()).isEmpty();
    }

    @Test
    void aCaptureIsCompletedUnlessItsFileSaysMore() {
        CaptureScript capture = capture("{'id': '%s'}");

        assertThat(status(capture, 0, 0)).isEqualTo("COMPLETED");
        assertThat(status(capture, 1, 0)).isEqualTo("PENDING");
        assertThat(status(capture, 1, 1)).isEqualTo("FAILED");
        assertThat(status(capture, 2, 5)).isEqualTo("FAILED");
    }

    @Test
    void eachRetryHasItsOwnProgressionAndTheLastOneStays() {
        CaptureScript capture = capture(
                "{'id': '%s', 'progression': ['FAILED'], 'afterRetry': [['FAILED'], ['RESOLVING', 'COMPLETED']]}");

        assertThat(status(capture, 1, 3)).isEqualTo("FAILED");
        assertThat(status(capture, 2, 0)).isEqualTo("RESOLVING");
        assertThat(status(capture, 3, 9)).isEqualTo("COMPLETED");
    }

    @Test
    void aBareCaptureHasOnlyTheFieldsThatAreWritten() {
        CaptureScript capture =
                capture("{'id': '%s', 'bare': true, 'object': {'gtin': '1'}, 'progression': [{'status': null}]}");

        assertThat(capture.object()).isEqualTo(json("{'gtin': '1'}"));
        assertThat(capture.state(0, 0)).isEqualTo(json("{'status': null}"));
    }

    @Test
    void aScanIsLeftOutWhereItsProgressionSaysNull() {
        ScanScript scan = scan("{'id': 7, 'model': 'BARE', 'progression': [null, {'status': 'complete'}]}");

        assertThat(scan.state(0)).isEmpty();
        assertThat(scan.state(1).map(Json::text)).contains(text("{'id':7,'status':'complete'}"));
    }

    @Test
    void theNewerModelHasNoAreaAndNoMetadata() {
        ScanScript scan = scan("{'id': 7, 'model': 'NEWER'}");

        assertThat(scan.item().has("scan_area_id")).isFalse();
        assertThat(scan.item().has("scan_metadata")).isFalse();
        assertThat(scan.item().has("capture_duration_secs")).isTrue();
    }

    @Test
    void aListIsAReportWhoseProductsMayBeCodes() {
        ScanScript scan = scan("{'id': 7, 'project': {'project_name': 'P'}, 'report':"
                + " {'ITEMS_SEEN': ['4010508', {'like': '4010508', 'upc': 4010508, 'facings': 2}, {'upc': null}]}}");

        JsonNode seen = report(scan).path("ITEMS_SEEN");

        assertThat(seen.path("project_name").asString()).isEqualTo("P");
        assertThat(seen.path("scan_id").asInt()).isEqualTo(7);
        JsonNode products = seen.path("report").path("product_list");
        assertThat(products.get(0).path("upc")).isEqualTo(json("'4010508'"));
        assertThat(products.get(0).path("brand").asString()).isEqualTo("SNICKERS");
        assertThat(products.get(1).path("upc")).isEqualTo(json("4010508"));
        assertThat(products.get(1).has("like")).isFalse();
        assertThat(products.get(2)).isEqualTo(json("{'upc': null}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    null
                    {}
                    {'report': null}
                    {'report': {}}
                    {'report': {'product_list': null}}
                    true
                    """)
    void anythingButAListIsSentAsWritten(String written) {
        ScanScript scan = scan("{'id': 7, 'report': {'OOS': " + written + "}}");

        assertThat(report(scan)).isEqualTo(json("{'OOS': " + written + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'captures': [{'id': 'ABC'}]} | capture ABC: "ABC" is no capture id
                    {'captures': [{'id': 'A', 'progresion': []}]} | captures[0].progresion
                    {'captures': [{'id': 'A', 'id': 'A'}]} | Duplicate Object property "id"
                    {'captures': [{'id': 'ABCDEFGHJKLMNPQRSTUVWX'}, {'id': 'ABCDEFGHJKLMNPQRSTUVWX'}]} | stands in the world twice
                    {'captures': [{'id': 'ABCDEFGHJKLMNPQRSTUVWX', 'code': '1'}]} | the catalogue has no code "1"
                    {'captures': [{'id': 'ABCDEFGHJKLMNPQRSTUVWX', 'progression': []}]} | is empty
                    {'captures': [{'id': 'ABCDEFGHJKLMNPQRSTUVWX', 'progression': [1]}]} | a state is a status or an object
                    {'captures': [{'id': 'A', 'readSteps': [{'hang': true, 'status': 500}]}]} | a step that hangs or drops has no status
                    {'captures': [{'id': 'A', 'readSteps': [{'text': 'x', 'body': {}}]}]} | a step has one of
                    {'captures': [{'id': 'A', 'readSteps': [{'times': 0}]}]} | times must be 1 or more, or "forever", not 0
                    {'captures': [{'id': 'A', 'readSteps': [{'times': 'often'}]}]} | times must be 1 or more
                    {'captures': [{'id': 'ABCDEFGHJKLMNPQRSTUVWX', 'readSteps': [{'applied': true}]}]} | "applied" has a meaning in retrySteps only
                    {'scans': [{}]} | 0 is no scan id
                    {'scans': [{'id': 7, 'model': 'SHORT'}]} | scans[0].model
                    {'scans': [{'id': 7, 'report': {'OOS': ['1']}}]} | scan 7: the catalogue has no code "1"
                    {'scans': [ | end-of-input
                    {} {} | Trailing token
                    """)
    void anErrorIsToldWithItsPlace(String world, String message) {
        assertThatThrownBy(() -> parse(world))
                .isInstanceOf(BadWorldException.class)
                .hasMessageStartingWith("demo.json")
                .hasMessageContaining(message);
    }

    @Test
    void theLineOfAnUnknownFieldIsNamed() {
        assertThatThrownBy(() -> parse("{\n  'scans': [\n    {'id': 7,\n     'reprot': {}}]}"))
                .hasMessageStartingWith("demo.json, line 4, column ")
                .hasMessageContaining("\"reprot\"");
    }

    @Test
    void allFilesOfAFolderAreOneWorld(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.json"), text("{'scans': [{'id': 7}]}"));
        Files.writeString(folder.resolve("b.json"), text("{'scans': [{'id': 8}], 'tokenSteps': [{'status': 500}]}"));
        Files.writeString(folder.resolve("README.md"), "no world");

        ScriptedWorld world = ScriptedWorld.read(folder, CATALOGUE);

        assertThat(world.scan(7)).isPresent();
        assertThat(world.scan(8)).isPresent();
        assertThat(world.scan(9)).isEmpty();
        assertThat(world.tokenSteps()).hasSize(1);
    }

    @Test
    void aFolderWithoutWorldFilesIsAnError(@TempDir Path folder) {
        assertThatThrownBy(() -> ScriptedWorld.read(folder, CATALOGUE)).hasMessageContaining("holds no .json file");
        assertThatThrownBy(() -> ScriptedWorld.read(folder.resolve("x"), CATALOGUE))
                .hasMessageContaining("cannot be read");
    }

    private static CaptureScript capture(String json) {
        return parse("{'captures': [" + String.format(Locale.ROOT, json, ID) + "]}")
                .capture(ID)
                .orElseThrow();
    }

    private static ScanScript scan(String json) {
        return parse("{'scans': [" + json + "]}").scan(7).orElseThrow();
    }

    private static ScriptedWorld parse(String json) {
        return ScriptedWorld.parse("demo.json", text(json), CATALOGUE);
    }

    private static String status(CaptureScript capture, int retries, int reads) {
        return capture.state(retries, reads).path("status").asString();
    }

    private static JsonNode report(ScanScript scan) {
        Utf8 out = new Utf8();
        scan.report().orElseThrow().write(List.of("ITEMS_SEEN", "OOS"), out);
        return Json.MAPPER.readTree(out.toString());
    }

    private static JsonNode json(String text) {
        return Json.MAPPER.readTree(text(text));
    }

    private static String text(String json) {
        return json.replace('\'', '"');
    }
}
