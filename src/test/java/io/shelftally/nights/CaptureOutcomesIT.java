package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer to a read, and every way to belong to a scan, in one night. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaptureOutcomesIT {

    private static final String CODE = "'code': '00013562302284'";
    private static final String NO_CODE = "'object': {'raw_value': 'hello', 'gtin': ''}";

    /** Each is listed with scan 100, which is reported, unless its name stands among the unlisted links below. */
    private static final List<CaptureCase> CASES = List.of(
            done("completed", CODE),
            CaptureCase.of("notFound", CODE + ", 'progression': ['NOT_FOUND']", "RECONCILED", "NOT_FOUND"),
            done("slow", CODE + ", 'progression': ['PENDING', 'LOOKING_UP', 'ENRICHING', 'RESOLVING', 'COMPLETED']"),
            done("unknownThenDone", CODE + ", 'progression': ['PONDERING', 'COMPLETED']"),
            done("unknownType", CODE + ", 'object': {'capture_type': 'HOLOGRAM'}"),
            done("unknownFields", CODE + ", 'object': {'public_id': 'x', 'extra': {'a': [1]}}"),
            done("after500", CODE + steps("'status': 500, 'times': 2")),
            done("after5Times503", CODE + steps("'status': 503, 'times': 5")),
            done("after429", CODE + steps("'status': 429, 'retryAfter': '0'")),
            done("afterDate", CODE + steps("'status': 503, 'retryAfter': 'date+1'")),
            done("afterHang", CODE + steps("'hang': true")),
            done("afterDrop", CODE + steps("'drop': true")),
            done("afterCut", CODE + steps("'cut': true")),
            done("afterHtml", CODE + steps("'text': '<html>', 'contentType': 'text/html'")),
            done("plainText", CODE + steps("'contentType': 'text/plain', 'times': 'forever'")),
            done("textJson", CODE + steps("'contentType': 'text/json', 'times': 'forever'")),
            done("afterEmpty", CODE + steps("'text': ''")),
            done(
                    "withNaN",
                    CODE + ", 'object': {'qr_analysis': {'hop_count': 1}}"
                            + steps("'notNumbers': ['hop_count'], 'times': 'forever'")),
            done("afterNoJson", CODE + steps("'text': '{'")),
            done("afterList", CODE + steps("'body': []")),
            done("afterNothing", CODE + steps("'status': 204, 'text': ''")),
            done("afterRedirect", CODE + steps("'status': 302, 'headers': {'Location': 'http://localhost:1/'}")),
            unsettled("staysPending", "PENDING", "'progression': ['PENDING']"),
            unsettled("staysUnknown", "PONDERING", "'progression': ['PONDERING']"),
            CaptureCase.of("otherCase", CODE + ", 'progression': ['completed']", "RECONCILED", "completed"),
            CaptureCase.of("otherCaseNotFound", CODE + ", 'progression': ['Not_Found']", "RECONCILED", "Not_Found"),
            unsettled("nullStatus", "", "'progression': [{'status': null}]"),
            unsettled("noStatus", "", "'bare': true, 'object': {'gtin': '00013562302284'}, 'progression': [{}]"),
            unsettled("neverAnswered", "", "'readSteps': [{'status': 503, 'times': 'forever'}]"),
            unsettled("neverJson", "", "'readSteps': [{'text': '<html>', 'times': 'forever'}]"),
            CaptureCase.of("read404", CODE + steps("'status': 404"), "UNKNOWN_CAPTURE", ""),
            CaptureCase.of("read404Says403", CODE + steps("'status': 404, 'code': 'FORBIDDEN'"), "UNKNOWN_CAPTURE", ""),
            CaptureCase.of("read404Html", CODE + steps("'status': 404, 'text': '<p>'"), "UNKNOWN_CAPTURE", ""),
            CaptureCase.of(
                    "laterRead404",
                    CODE + ", 'progression': ['PENDING']" + steps("}, {'status': 404"),
                    "UNKNOWN_CAPTURE",
                    "PENDING"),
            rejected("read400", "'status': 400"),
            rejected("read403", "'status': 403"),
            rejected("read403Says404", "'status': 403, 'code': 'NOT_FOUND'"),
            rejected("read410", "'status': 410, 'text': ''"),
            rejected("read422", "'status': 422, 'details': [{'field': 'capture_id', 'message': 'no'}]"),
            rejected("read422NoBody", "'status': 422, 'text': ''"),
            CaptureCase.of("noIdentifier", NO_CODE, "NO_IDENTIFIER", "COMPLETED"),
            CaptureCase.of("bareCompleted", "'bare': true, 'progression': ['COMPLETED']", "NO_IDENTIFIER", "COMPLETED"),
            CaptureCase.of("noIdentifierUnlinked", NO_CODE, "NO_IDENTIFIER", "COMPLETED"),
            CaptureCase.of("unlinked", CODE, "UNLINKED", "COMPLETED"),
            unlinked("metadataOfNoScan", "'scan_id': '12x'"),
            unlinked("metadataZero", "'scan_id': 0"),
            unlinked("metadataDecimals", "'scan_id': '100.0'"),
            unlinked("metadataSign", "'scan_id': '+100'"),
            unlinked("metadataList", "'scan_id': [100]"),
            unlinked("metadataTooLarge", "'scan_id': 9223372036854775808"),
            unlinked("guidUnknown", "'scan_guid': 'nobody'"),
            unlinked("guidOtherCase", "'scan_guid': 'SHELF-100'"),
            metadata("metadataNumber", "'scan_id': 100"),
            metadata("metadataText", "'scan_id': '100'"),
            metadata("metadataZeros", "'scan_id': '000100'"),
            metadata("metadataSpaces", "'scan_id': ' 100 '"),
            metadata("guid", "'scan_guid': 'shelf-100'"),
            metadata("badIdGoodGuid", "'scan_id': -1, 'scan_guid': 'shelf-100'"),
            metadata("idBeforeGuid", "'scan_id': 100, 'scan_guid': 'shelf-101'"),
            metadata("sharedGuid", "'scan_guid': 'twice'"),
            CaptureCase.of(
                    "scanInNoList",
                    CODE + ", 'object': {'metadata': {'scan_id': 77}}",
                    "WAITING_FOR_SCAN",
                    "COMPLETED"));

    private static final List<String> NO_ROW_SCAN = List.of(
            "noIdentifierUnlinked",
            "unlinked",
            "metadataOfNoScan",
            "metadataZero",
            "metadataTooLarge",
            "guidUnknown",
            "guidOtherCase",
            "metadataNumber",
            "metadataText",
            "metadataZeros",
            "metadataSpaces",
            "metadataDecimals",
            "metadataSign",
            "metadataList",
            "guid",
            "badIdGoodGuid",
            "idBeforeGuid",
            "sharedGuid",
            "scanInNoList");

    private Map<String, Map<String, String>> captures = Map.of();
    private Map<String, Map<String, String>> items = Map.of();
    private List<JournalEntry> calls = List.of();

    @BeforeAll
    void runTheNight(@TempDir Path home) {
        WorldText world = new WorldText()
                .scan(100, "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}")
                .scan(101, "'report': {'ITEMS_SEEN': [], 'OOS': []}")
                .scan(103, "'item': {'scan_metadata': {'guid': 'twice'}}, 'report': {'ITEMS_SEEN': []}")
                .scan(104, "'item': {'scan_metadata': {'guid': 'twice'}}, 'report': {'ITEMS_SEEN': []}");
        CASES.forEach(one -> world.capture(one.id(), one.world()));
        try (Sandbox sandbox = world.start()) {
            Desk desk = new Desk(home)
                    .facing(sandbox)
                    .set("shelftally.http.read-timeout", "1s")
                    .scans("scan_id,store_id", "100,S1", "101,S1", "103,", "104,")
                    .captures(lines().toArray(String[]::new));

            assertThat(desk.night("2026-11-02", "--wait", "10s").code()).isZero();

            captures = desk.published("2026-11-02").captures();
            items = desk.published("2026-11-02").items();
            calls = sandbox.journal().entries();
        }
    }

    static Stream<CaptureCase> cases() {
        return CASES.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaptureEndsAsItsAnswersSay(CaptureCase one) {
        assertThat(captures.getOrDefault(one.id(), Map.of()))
                .containsEntry("outcome", one.outcome())
                .containsEntry("status", one.status())
                .containsEntry("retries", "0");
        assertThat(calls)
                .filteredOn(call -> call.ids().contains(one.id()))
                .allMatch(call -> call.method().equals("GET"));
    }

    @Test
    void anErrorIsToldByTheCodeAndMessageOfItsEnvelope() {
        assertThat(row("read404")).containsEntry("error_code", "NOT_FOUND").containsEntry("error_message", "Not found");
        assertThat(row("read404Says403")).containsEntry("error_code", "FORBIDDEN");
        assertThat(row("read422")).containsEntry("error_code", "VALIDATION_ERROR");
        assertThat(row("read404Html")).containsEntry("error_code", "").containsEntry("error_message", "");
        assertThat(row("read422NoBody")).containsEntry("error_code", "").containsEntry("error_message", "");
        assertThat(row("completed")).containsEntry("error_code", "");
    }

    @Test
    void aCaptureIsLinkedToTheScanThatItNames() {
        assertThat(List.of(
                        "completed",
                        "metadataNumber",
                        "metadataText",
                        "metadataZeros",
                        "metadataSpaces",
                        "guid",
                        "badIdGoodGuid",
                        "idBeforeGuid"))
                .allSatisfy(name -> assertThat(row(name)).containsEntry("scan_id", "100"));
        assertThat(row("sharedGuid")).containsEntry("scan_id", "103");
        assertThat(row("scanInNoList")).containsEntry("scan_id", "77");
        assertThat(row("unlinked")).containsEntry("scan_id", "").containsEntry("store_id", "");
        assertThat(row("guid")).containsEntry("store_id", "S1");
        assertThat(row("staysPending")).containsEntry("scan_id", "100").containsEntry("store_id", "S1");
    }

    @Test
    void aSettledCaptureShowsWhatItsProductIs() {
        assertThat(row("completed"))
                .containsEntry("gtin", "00013562302284")
                .containsEntry("identifier_kind", "GTIN_14")
                .containsEntry("match_method", "EXACT")
                .containsEntry("capture_type", "BARCODE")
                .containsEntry("raw_value", "00013562302284")
                .containsEntry("created", "2026-11-21T16:20:05.31Z")
                .containsEntry("processed_at", "2026-11-21T16:20:09Z");
        assertThat(row("unknownType")).containsEntry("capture_type", "HOLOGRAM");
        assertThat(row("unlinked")).containsEntry("gtin", "00013562302284").containsEntry("match_method", "");
    }

    @Test
    void onlySettledCapturesOfTheScanTakePartInItsRows() {
        assertThat(items.get("100 00013562302284"))
                .containsEntry("verdict", "CONFIRMED")
                .containsEntry("match_method", "EXACT")
                .containsEntry("reason", "captured=yes seen=yes oos=no")
                .containsEntry("capture_status", "COMPLETED|NOT_FOUND|Not_Found|completed")
                .containsEntry("capture_ids", idsOfScan100());
        assertThat(items.get("103 00013562302284"))
                .containsEntry("verdict", "CAPTURED_NOT_SEEN")
                .containsEntry("out_of_stock", "")
                .containsEntry("reason", "captured=yes seen=no oos=unknown");
    }

    private String idsOfScan100() {
        return String.join(
                "|",
                captures.values().stream()
                        .filter(row -> "RECONCILED".equals(row.get("outcome")) && "100".equals(row.get("scan_id")))
                        .map(row -> row.getOrDefault("capture_id", ""))
                        .sorted()
                        .toList());
    }

    private Map<String, String> row(String name) {
        return captures.getOrDefault(Ids.id(name), Map.of());
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("capture_id,scan_id"));
        CASES.forEach(one -> lines.add(one.id() + "," + (NO_ROW_SCAN.contains(one.name()) ? "" : "100")));
        return lines;
    }

    private static String steps(String fields) {
        return ", 'readSteps': [{" + fields + "}]";
    }

    private static CaptureCase done(String name, String world) {
        return CaptureCase.of(name, world, "RECONCILED", "COMPLETED");
    }

    private static CaptureCase metadata(String name, String metadata) {
        return done(name, CODE + ", 'object': {'metadata': {" + metadata + "}}");
    }

    private static CaptureCase unlinked(String name, String metadata) {
        return CaptureCase.of(name, CODE + ", 'object': {'metadata': {" + metadata + "}}", "UNLINKED", "COMPLETED");
    }

    private static CaptureCase unsettled(String name, String status, String world) {
        return CaptureCase.of(name, world, "IN_PROGRESS", status);
    }

    private static CaptureCase rejected(String name, String step) {
        return CaptureCase.of(name, CODE + steps(step), "REJECTED", "");
    }
}
