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

/** Every answer about a scan and its reports, in one night; each scan has a status call of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScanOutcomesIT {

    private static final String GOOD = "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}";
    private static final String AND_GOOD = ", " + GOOD;
    private static final List<ScanCase> CASES = new ArrayList<>();

    static {
        statuses();
        statusAnswers();
        reports();
        reportAnswers();
    }

    private Map<String, Map<String, String>> scans = Map.of();
    private Map<String, Map<String, String>> captures = Map.of();
    private Map<String, Map<String, String>> quarantine = Map.of();
    private List<JournalEntry> calls = List.of();

    @BeforeAll
    void runTheNight(@TempDir Path home) {
        WorldText world = new WorldText();
        CASES.stream().filter(one -> !one.world().isEmpty()).forEach(one -> world.scan(one.id(), one.world()));
        CASES.forEach(one -> world.capture(capture(one), "'code': '00013562302284'"));
        try (Sandbox sandbox = world.start()) {
            Desk desk = new Desk(home)
                    .facing(sandbox)
                    .set("shelftally.http.read-timeout", "1s")
                    .set("shelftally.pensa.status-batch", "1")
                    .scans(lines("scan_id", one -> Long.toString(one.id())))
                    .captures(lines("capture_id,scan_id", one -> capture(one) + "," + one.id()));

            assertThat(desk.night("2026-11-02", "--wait", "10s").code()).isZero();

            scans = desk.published("2026-11-02").scans();
            captures = desk.published("2026-11-02").captures();
            quarantine = desk.published("2026-11-02").quarantine();
            calls = sandbox.journal().entries();
        }
    }

    static Stream<ScanCase> cases() {
        return CASES.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aScanEndsAsItsAnswersSay(ScanCase one) {
        assertThat(scans.getOrDefault(Long.toString(one.id()), Map.of()))
                .containsEntry("outcome", one.outcome())
                .containsEntry("nights_open", "1");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaptureOfAScanWaitsAsLongAsTheScanMayStillCome(ScanCase one) {
        String outcome = captures.getOrDefault(capture(one), Map.of()).get("outcome");

        switch (one.outcome()) {
            case "REPORTED" -> assertThat(outcome).isEqualTo("RECONCILED");
            case "FAILED", "REPORT_REJECTED" -> assertThat(outcome).isEqualTo("SCAN_UNAVAILABLE");
            default -> assertThat(outcome).isEqualTo("WAITING_FOR_SCAN");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onlyReportedScansHaveCounts(ScanCase one) {
        Map<String, String> row = scans.getOrDefault(Long.toString(one.id()), Map.of());

        if (one.outcome().equals("REPORTED")) {
            assertThat(row.get("captured_count")).isEqualTo("1");
            assertThat(row.get("break_count")).isNotEmpty();
        } else {
            assertThat(List.of("seen_count", "oos_count", "captured_count", "confirmed_count", "break_count"))
                    .allMatch(column -> "".equals(row.get(column)));
        }
    }

    @Test
    void aReportIsAskedForOnlyOnceTheScanIsFinalAndOnlyUntilItCame() {
        assertThat(reportCalls("statusInProgress")).isZero();
        assertThat(reportCalls("onlyFastInProgress")).isZero();
        assertThat(reportCalls("failed")).isZero();
        assertThat(reportCalls("long")).isEqualTo(1);
        assertThat(reportCalls("report403")).isEqualTo(1);
        assertThat(reportCalls("readyAfter404")).isEqualTo(3);
    }

    @Test
    void statusesArePublishedAsReported() {
        assertThat(row("lowerCase")).containsEntry("status", "complete").containsEntry("fast_status", "Complete");
        assertThat(row("unknownStatus")).containsEntry("status", "QUEUED_AGAIN");
        assertThat(row("noFastStatus")).containsEntry("fast_status", "");
        assertThat(row("newer")).containsEntry("scan_area_id", "").containsEntry("guid", "");
        assertThat(row("long")).containsEntry("scan_area_id", "5001").containsEntry("guid", "shelf-1");
    }

    @Test
    void answersThatNobodyAskedForAreSetAside() {
        assertThat(quarantine.keySet().stream().filter(key -> key.startsWith("pensa:")))
                .contains("pensa:9001 /data", "pensa:9002 /data", "pensa:9003 /data");
        assertThat(quarantine.get("pensa:9001 /data"))
                .containsEntry("code", "UNASKED_ANSWER")
                .containsEntry("column", "")
                .containsEntry("subject_id", "");
    }

    private static void statuses() {
        add("long", GOOD, "REPORTED");
        add("newer", "'model': 'NEWER', " + GOOD, "REPORTED");
        add("lowerCase", progression("{'status': 'complete', 'fast_status': 'Complete'}") + AND_GOOD, "REPORTED");
        add("noFastStatus", "'model': 'BARE', " + progression("{'status': 'COMPLETE'}") + AND_GOOD, "REPORTED");
        add("nullFastStatus", progression("{'status': 'COMPLETE', 'fast_status': null}") + AND_GOOD, "REPORTED");
        add("slow", progression("'IN_PROGRESS', 'IN_PROGRESS', 'COMPLETE'") + AND_GOOD, "REPORTED");
        add(
                "fastFirst",
                progression("{'status': 'IN_PROGRESS', 'fast_status': 'COMPLETE'}, 'COMPLETE'") + AND_GOOD,
                "REPORTED");
        add(
                "idAsText",
                "'progression': [null], 'extraItems': [{'id': '#', 'status': 'COMPLETE'}], " + GOOD,
                "REPORTED");
        add("statusInProgress", progression("'IN_PROGRESS'") + AND_GOOD, "IN_PROGRESS");
        add(
                "onlyFastInProgress",
                progression("{'status': 'COMPLETE', 'fast_status': 'IN_PROGRESS'}") + AND_GOOD,
                "IN_PROGRESS");
        add("unknownStatus", progression("'QUEUED_AGAIN'") + AND_GOOD, "IN_PROGRESS");
        add("noStatus", "'model': 'BARE', " + progression("{'fast_status': 'COMPLETE'}") + AND_GOOD, "IN_PROGRESS");
        add("nullStatus", progression("{'status': null, 'fast_status': null}") + AND_GOOD, "IN_PROGRESS");
        add("failed", progression("'FAILED'"), "FAILED");
        add("error", progression("{'status': 'COMPLETE', 'fast_status': 'error'}") + AND_GOOD, "FAILED");
        add("rejected", progression("{'status': 'Rejected', 'fast_status': null}"), "FAILED");
        add("skipped", progression("{'status': 'IN_PROGRESS', 'fast_status': 'SKIPPED'}"), "FAILED");
        add("cancelled", progression("{'fast_status': 'cancelled'}"), "FAILED");
        add("failedLater", progression("'IN_PROGRESS', 'FAILED'"), "FAILED");
    }

    private static void statusAnswers() {
        add("unknown", "", "UNKNOWN_SCAN");
        add("leftOut", progression("null") + AND_GOOD, "UNKNOWN_SCAN");
        add("leftOutOnce", progression("null, 'COMPLETE'") + AND_GOOD, "REPORTED");
        add("leftOutLater", progression("'IN_PROGRESS', null") + AND_GOOD, "IN_PROGRESS");
        add("status500", status("'status': 500, 'times': 'forever'"), "IN_PROGRESS");
        add("statusNoJson", status("'text': '{', 'times': 'forever'"), "IN_PROGRESS");
        add("statusNoData", status("'body': {'items': []}, 'times': 'forever'"), "IN_PROGRESS");
        add("after503", status("'status': 503, 'times': 5"), "REPORTED");
        add("after429", status("'status': 429, 'retryAfter': 'date+1'"), "REPORTED");
        add("afterCut", status("'cut': true"), "REPORTED");
        add("afterHang", status("'hang': true"), "REPORTED");
        add("afterHtml", status("'text': '<html>', 'contentType': 'text/html'"), "REPORTED");
        add("asPlainText", status("'contentType': 'text/plain', 'times': 'forever'"), "REPORTED");
        add("newerFastFailed", newer("{'status': 'COMPLETE', 'fast_status': 'FAILED'}"), "REPORTED");
        add("newerFastInProgress", newer("{'status': 'complete', 'fast_status': 'IN_PROGRESS'}"), "REPORTED");
        add("newerFailed", newer("{'status': 'FAILED', 'fast_status': 'COMPLETE'}"), "FAILED");
        add("newerInProgress", newer("{'status': 'IN_PROGRESS', 'fast_status': 'FAILED'}"), "IN_PROGRESS");
        add(
                "newerByANullKey",
                "'item': {'capture_duration_secs': null}, "
                        + progression("{'status': 'COMPLETE', 'fast_status': 'FAILED'}") + AND_GOOD,
                "REPORTED");
        add("notNumbers", status("'notNumbers': ['frame_height', 'focal_length'], 'times': 'forever'"), "REPORTED");
        add("dataNull", status("'body': {'data': null}"), "REPORTED");
        add("unaskedBeside", "'extraItems': [{'id': 9001, 'status': 'FAILED'}], " + GOOD, "REPORTED");
        add("firstItemSpeaks", "'extraItems': [{'id': #, 'status': 'FAILED'}], " + GOOD, "REPORTED");
        add("oddItems", "'extraItems': [null, 5, [], {}, {'id': null}], " + GOOD, "REPORTED");
    }

    private static void reports() {
        add("noOos", report("'ITEMS_SEEN': [], 'NO_OOS': null"), "REPORTED");
        add("onlyNoOos", report("'NO_OOS': {}"), "REPORTED");
        add("onlyOos", report("'OOS': ['00013562302284']"), "REPORTED");
        add("onlySeen", report("'ITEMS_SEEN': ['00013562302284']"), "REPORTED");
        add("otherSpelling", report("'ITEM_SEEN': ['00013562302284']"), "REPORTED");
        add("bothSpellings", report("'ITEMS_SEEN': null, 'ITEM_SEEN': ['00013562302284']"), "REPORTED");
        add("firstSpellingSpeaks", report("'ITEMS_SEEN': {'report': null}, 'ITEM_SEEN': []"), "REPORT_NOT_READY");
        add("emptyData", report(""), "REPORT_NOT_READY");
        add("nullReports", report("'ITEMS_SEEN': null, 'OOS': null"), "REPORT_NOT_READY");
        add("nullReport", report("'ITEMS_SEEN': {'report': null}, 'OOS': {'report': {}}"), "REPORT_NOT_READY");
        add("nullLists", report("'OOS': {'report': {'product_list': null}}"), "REPORT_NOT_READY");
        add("otherKeys", report("'NEW_PRODUCTS': [], 'PRODUCT_POSITIONS': {}, 'status': 'x'"), "REPORT_NOT_READY");
        add("refusedByAWord", report("'SCAN_FAILED': {}, 'OOS': null"), "REPORT_REJECTED");
        add("wordBesideAReport", report("'SCAN_FAILED': {}, 'FACINGS_SEEN': []"), "REPORTED");
        add("otherScan", report("'OOS': {'scan_id': 9002, 'report': {'product_list': []}}"), "REPORT_NOT_READY");
        add(
                "partlyOtherScan",
                report("'ITEMS_SEEN': ['00013562302284'],"
                        + "'OOS': {'scan_id': '9003', 'report': {'product_list': []}}"),
                "REPORTED");
        add("scanIdAsText", report("'OOS': {'scan_id': '0#', 'report': {'product_list': []}}"), "REPORTED");
        add("scanIdNull", report("'OOS': {'scan_id': null, 'report': {'product_list': []}}"), "REPORTED");
    }

    private static void reportAnswers() {
        add("noReport", "'note': 'answered 404'", "REPORT_NOT_READY");
        add("report409", GOOD + step("'status': 409, 'times': 'forever'"), "REPORT_NOT_READY");
        add("report425", GOOD + step("'status': 425, 'times': 'forever'"), "REPORT_NOT_READY");
        add("report500", GOOD + step("'status': 500, 'times': 'forever'"), "REPORT_NOT_READY");
        add("reportNoJson", GOOD + step("'text': '<p>', 'times': 'forever'"), "REPORT_NOT_READY");
        add("report400", GOOD + step("'status': 400"), "REPORT_REJECTED");
        add("report403", GOOD + step("'status': 403"), "REPORT_REJECTED");
        add("report410", GOOD + step("'status': 410, 'text': ''"), "REPORT_REJECTED");
        add("report422", GOOD + step("'status': 422"), "REPORT_REJECTED");
        add("readyAfter404", GOOD + step("'status': 404, 'times': 2"), "REPORTED");
        add("readyAfterEmpty", GOOD + step("'body': {'data': {}}"), "REPORTED");
        add("readyAfterNull", GOOD + step("'body': {'data': null}"), "REPORTED");
        add("readyAfter429", GOOD + step("'status': 429, 'retryAfter': '1'"), "REPORTED");
        add("readyAfter503", GOOD + step("'status': 503, 'times': 5"), "REPORTED");
        add("readyAfterCut", GOOD + step("'cut': true"), "REPORTED");
        add("readyAfterDrop", GOOD + step("'drop': true"), "REPORTED");
        add("readyAfterHang", GOOD + step("'hang': true"), "REPORTED");
        add("readyAfterHtml", GOOD + step("'text': '<html>', 'contentType': 'text/html'"), "REPORTED");
        add("readyAsTextJson", GOOD + step("'contentType': 'text/json', 'times': 'forever'"), "REPORTED");
        add("readyWithNaN", GOOD + step("'notNumbers': ['brand_id', 'facings'], 'times': 'forever'"), "REPORTED");
        add("readyAfterUnit", GOOD + step("'status': 503, 'retryAfter': '1 second'"), "REPORTED");
    }

    /** @param world in which {@code #} stands for the scan's id */
    private static void add(String name, String world, String outcome) {
        long id = CASES.size() + 1L;
        CASES.add(new ScanCase(id, name, world.replace("#", Long.toString(id)), outcome));
    }

    private static String newer(String state) {
        return "'model': 'NEWER', " + progression(state) + AND_GOOD;
    }

    private static String progression(String states) {
        return "'progression': [" + states + "]";
    }

    private static String status(String step) {
        return "'statusSteps': [{" + step + "}], " + GOOD;
    }

    private static String report(String data) {
        return "'report': {" + data + "}";
    }

    private static String step(String step) {
        return ", 'reportSteps': [{" + step + "}]";
    }

    private static String capture(ScanCase one) {
        return Ids.id(one.name());
    }

    private long reportCalls(String name) {
        String id = Long.toString(id(name));
        return calls.stream()
                .filter(call ->
                        call.path().endsWith("/reports-on-demand") && call.ids().contains(id))
                .count();
    }

    private Map<String, String> row(String name) {
        return scans.getOrDefault(Long.toString(id(name)), Map.of());
    }

    private static long id(String name) {
        return CASES.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String[] lines(String header, java.util.function.Function<ScanCase, String> line) {
        return Stream.concat(Stream.of(header), CASES.stream().map(line)).toArray(String[]::new);
    }
}
