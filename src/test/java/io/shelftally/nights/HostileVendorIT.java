package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.http.HostileAnswers;
import io.shelftally.calls.http.HostileAnswers.Script;
import io.shelftally.operations.cli.InProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every answer that a broken or hostile vendor may give, to every call, in one night of a process with little memory, and
 * the rerun once the vendor is well again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileVendorIT {

    /** @param id of a capture or a scan */
    private record Case(String call, String answer, String id, String outcome) {

        boolean isOfCapture() {
            return call.equals("read") || call.equals("retry");
        }

        @Override
        public String toString() {
            return call + ": " + answer;
        }
    }

    private static final String DATE = "2026-11-02";
    private static final int GOOD = 20;
    private static final List<String> CALLS = List.of("read", "retry", "statuses", "report");
    private static final Map<String, Script> SCRIPTS = new LinkedHashMap<>();
    private static final List<Case> CASES = new ArrayList<>();

    static {
        CALLS.forEach(HostileVendorIT::unusable);
        oddValues().forEach(HostileVendorIT::odd);
        oddForms();
    }

    private Published first = new Published(Path.of("unset"));
    private Published second = first;
    private String err = "";

    @BeforeAll
    void runTheNightTwice(@TempDir Path home) throws Exception {
        Desk desk = desk(home);
        try (HostileVendor vendor = vendor();
                ChildProcess night = desk.facing(vendor.address()).nightElsewhere(DATE, "--wait", "6s")) {
            int code = night.exitCode();
            err = night.err();
            assertThat(code).as(err).isZero();
            first = new Published(desk.out().resolve(DATE).toRealPath());
        }
        try (HostileVendor well = new HostileVendor()) {
            InProcess.Ended again = desk.facing(well.address()).night(DATE, "--wait", "10s");
            assertThat(again.code()).as(again.err()).isZero();
            second = desk.published(DATE);
        }
    }

    static Stream<Case> cases() {
        return CASES.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anItemEndsInOneOutcomeWhateverTheVendorSends(Case one) {
        assertThat(row(first, one)).containsEntry("outcome", one.outcome());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRerunSettlesWhatWasLeftOpen(Case one) {
        boolean wasOpen =
                List.of("IN_PROGRESS", "UNKNOWN_SCAN", "REPORT_NOT_READY").contains(one.outcome());
        String expected = wasOpen ? one.isOfCapture() ? "RECONCILED" : "REPORTED" : one.outcome();

        assertThat(row(second, one)).containsEntry("outcome", expected);
    }

    @Test
    void theRestOfTheNightGoesOnAndNothingIsLost() {
        IntStream.rangeClosed(1, GOOD).forEach(scan -> {
            assertThat(first.scans().get(Integer.toString(scan))).containsEntry("outcome", "REPORTED");
            assertThat(first.captures().get(Ids.id("g" + scan))).containsEntry("outcome", "RECONCILED");
        });
        assertThat(first.captures().size() + first.scans().size()).isEqualTo(CASES.size() + 4 * GOOD);
    }

    @Test
    void theOperatorIsShownNoStackTrace() {
        assertThat(err).doesNotContain("\tat ", "Exception", "OutOfMemory", "unexpected");
    }

    private Map<String, String> row(Published night, Case one) {
        Map<String, Map<String, String>> rows = one.isOfCapture() ? night.captures() : night.scans();
        return rows.getOrDefault(one.id(), Map.of());
    }

    /** Some items stay in progress: their answers show that the vendor is there. */
    private static Desk desk(Path home) {
        List<String> scans = new ArrayList<>(List.of("scan_id"));
        List<String> captures = new ArrayList<>(List.of("capture_id,scan_id"));
        for (int i = 1; i <= GOOD; i++) {
            scans.addAll(List.of("" + i, "" + (100 + i)));
            captures.addAll(List.of(Ids.id("g" + i) + "," + i, Ids.id("p" + i) + ",1"));
        }
        CASES.forEach(one -> {
            if (one.isOfCapture()) {
                captures.add(one.id() + ",1");
            } else {
                scans.add(one.id());
            }
        });
        return new Desk(home)
                .java("-Xmx128m")
                .set("shelftally.http.read-timeout", "2s")
                .set("shelftally.http.max-body", "4MB")
                .set("shelftally.retry.attempts", "3")
                .set("shelftally.pensa.status-batch", "1")
                .set("shelftally.coverage.scans-answered", "0.1")
                .set("shelftally.coverage.captures-answered", "0.1")
                .scans(scans.toArray(String[]::new))
                .captures(captures.toArray(String[]::new));
    }

    private static HostileVendor vendor() {
        HostileVendor vendor = new HostileVendor();
        SCRIPTS.forEach(vendor::on);
        for (int i = 1; i <= GOOD; i++) {
            vendor.on("read " + Ids.id("p" + i), HostileAnswers.json(HostileVendor.capture("PENDING", "")));
            vendor.on(
                    "statuses " + (100 + i),
                    HostileAnswers.json(HostileVendor.statuses("" + (100 + i), "IN_PROGRESS", "")));
        }
        return vendor;
    }

    private static void unusable(String call) {
        String open = Map.of("read", "IN_PROGRESS", "retry", "UNRESOLVED", "statuses", "IN_PROGRESS")
                .getOrDefault(call, "REPORT_NOT_READY");
        String tooLarge = Map.of("read", "REJECTED", "retry", "REJECTED", "statuses", "IN_PROGRESS")
                .getOrDefault(call, "REPORT_REJECTED");
        HostileAnswers.broken().forEach((name, script) -> {
            boolean isPutOff = call.equals("retry") && name.equals("a pause of aeons");
            add(call, name, isPutOff ? "IN_PROGRESS" : open, script);
        });
        HostileAnswers.hanging().forEach((name, script) -> add(call, name, open, script));
        HostileAnswers.endless().forEach((name, script) -> add(call, name, tooLarge, script));
    }

    /** Values that no field ought to have, and that spoil nothing where the rest can be read. */
    private static Map<String, String> oddValues() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("1e400", "1e400");
        values.put("400 digits", "9".repeat(400));
        values.put("minus zero", "-0.0");
        values.put("a truth", "true");
        values.put("a list", "[[[1,[]]]]");
        values.put("an object", "{\"a\":{}}");
        values.put("nested 400 deep", "[".repeat(400) + "]".repeat(400));
        values.put("a lone surrogate", "\"a\\ud800b\\udc00\\ud83d\"");
        values.put("a NUL", "\"\\u0000a\\u0000\"");
        values.put("controls", "\"\\r\\n\\t\\u001b[2J\\u202e\\u2028\"");
        values.put("a formula", "\"=cmd|' /C calc'!A0\"");
        values.put("a path", "\"../../../../etc/passwd\"");
        values.put("a page", "\"<script>alert(1)</script>\"");
        values.put("100 KB of text", "\"" + "\u00c3\u00a9".repeat(50 << 10) + "\"");
        return values;
    }

    private static void odd(String name, String value) {
        String ofCapture = fields(value, "product_name", "product_short_id", "error_message", "created", "processed_at")
                + ",\"qr_analysis\":" + value + ",\"metadata\":{\"scan_id\":" + value + ",\"scan_guid\":" + value + "}";
        String ofScan = fields(value, "scan_area_id", "created", "scan_timestamp") + ",\"scan_metadata\":{\"guid\":"
                + value + "}";
        String ofProduct = fields(
                value, "product", "brand", "category", "manufacturer_id", "product_id", "facings", "expected_facings");
        readable("read", name, id -> HostileVendor.capture("COMPLETED", ofCapture));
        readable("retry", name, id -> HostileVendor.capture("COMPLETED", ofCapture));
        readable("statuses", name, id -> HostileVendor.statuses(id, "COMPLETE", ofScan));
        readable("report", name, id -> HostileVendor.report(id, ofProduct));
    }

    private static void oddForms() {
        String mark = "\u00ef\u00bb\u00bf";
        readable("read", "a byte order mark", id -> mark + HostileVendor.capture("COMPLETED", ""));
        readable("statuses", "a byte order mark", id -> mark + HostileVendor.statuses(id, "COMPLETE", ""));
        readable("report", "a byte order mark", id -> mark + HostileVendor.report(id, ""));
        readable("read", "a name twice", id -> HostileVendor.capture("PENDING", ",\"status\":\"COMPLETED\""));
        readable("retry", "a name twice", id -> HostileVendor.capture("PENDING", ",\"status\":\"COMPLETED\""));
        readable(
                "statuses",
                "a name twice",
                id -> HostileVendor.statuses("9", "FAILED", ",\"id\":" + id + ",\"status\":\"COMPLETE\""));
        readable(
                "report",
                "a name twice",
                id -> "{\"data\":7," + HostileVendor.report(id, "").substring(1));
        for (String value : List.of("1e400", "9".repeat(400), "[]", "{}", "true", "null", "\"\\u0000\"", "-1", "0")) {
            String status = ",\"status\":" + value;
            read("status " + shortened(value), "read", "IN_PROGRESS", id -> HostileVendor.capture("", status));
            read(
                    "id " + shortened(value),
                    "statuses",
                    "UNKNOWN_SCAN",
                    id -> HostileVendor.statuses(value, "COMPLETE", ""));
            read("upc " + shortened(value), "report", "REPORTED", id -> HostileVendor.report(id, ",\"upc\":" + value));
            if (!value.equals("null")) {
                read("scan_id " + shortened(value), "report", "REPORTED", id -> HostileVendor.report(value, ""));
            }
        }
        read("no status", "statuses", "IN_PROGRESS", id -> "{\"data\":[{\"id\":" + id + "}]}");
        read("lists of lists", "statuses", "UNKNOWN_SCAN", id -> "{\"data\":[[[" + id + "]],[[]]]}");
        read(
                "another scan",
                "report",
                "REPORT_NOT_READY",
                id -> "{\"data\":{\"OOS\":{\"scan_id\":99999,\"report\":{\"product_list\":[]}}}}");
        read("another scan", "statuses", "UNKNOWN_SCAN", id -> HostileVendor.statuses("99998", "COMPLETE", ""));
        read(
                "products that are none",
                "report",
                "REPORTED",
                id -> HostileVendor.report(id, "},[],[[]],null,1,\"x\",{"));
    }

    private static String fields(String value, String... names) {
        return Stream.of(names).map(name -> ",\"" + name + "\":" + value).reduce("", String::concat);
    }

    private static String shortened(String value) {
        return value.length() > 20 ? value.length() + " digits" : value;
    }

    private static void readable(String call, String name, UnaryOperator<String> body) {
        read(name, call, call.equals("read") || call.equals("retry") ? "RECONCILED" : "REPORTED", body);
    }

    private static void read(String name, String call, String outcome, UnaryOperator<String> body) {
        String id = nextId(call);
        add(call, name, outcome, HostileAnswers.json(body.apply(id)));
    }

    private static void add(String call, String name, String outcome, Script script) {
        String id = nextId(call);
        SCRIPTS.put(call + " " + id, script);
        CASES.add(new Case(call, name, id, outcome));
    }

    private static String nextId(String call) {
        int number = 1000 + CASES.size();
        return call.equals("read") || call.equals("retry") ? Ids.id("h" + number) : Integer.toString(number);
    }
}
