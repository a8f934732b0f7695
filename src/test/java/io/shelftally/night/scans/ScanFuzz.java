package io.shelftally.night.scans;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.answers.Reply;
import io.shelftally.fuzz.FuzzTarget;
import io.shelftally.night.run.HandClock;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What Pensa answers to both of its calls. */
public final class ScanFuzz {

    /** A status answer of both models; it speaks of scan 40101. */
    public static final String STATUSES = """
            {"data":[{"id":40101,"scan_area_id":5101,"status":"COMPLETE","fast_status":"complete",
            "scan_timestamp":"2026-11-21T15:58:31.204","created":"2026-11-21 16:01:12","scan_metadata":{"guid":"g-1"}},
            {"id":"40102","status":"IN_PROGRESS","fast_completed":null},{"id":7,"status":"FAILED"}]}""";

    /** Both reports of scan 40101. */
    public static final String REPORT = """
            {"data":{"ITEMS_SEEN":{"project_id":17,"project_name":"Audit","scan_id":40101,"report":{"product_list":[
            {"brand":"B","brand_id":1,"category":"C","category_id":2,"manufacturer":"M","manufacturer_id":3,
            "product":"P","product_id":4,"upc":9506000134352,"facings":2,"expected_facings":null},{"upc":"7897209"}]}},
            "OOS":{"scan_id":40101,"report":{"product_list":[{"product":"Q","upc":"00012345678905"}]}}}}""";

    private static final List<String> KEYS = List.of(
            "\"id\":",
            "\"data\":",
            "\"ITEMS_SEEN\":",
            "\"ITEM_SEEN\":",
            "\"OOS\":",
            "\"NO_OOS\":1",
            "\"report\":",
            "\"product_list\":",
            "\"upc\":",
            "\"scan_id\":",
            "\"COMPLETE\"",
            "40101");

    private static final KnownLines LINES = new KnownLines();
    private static final KnownReports KNOWN = new KnownReports();

    private ScanFuzz() {}

    /** Words that mean something in either answer. */
    public static List<String> words() {
        return Stream.concat(FuzzTarget.JSON.stream(), KEYS.stream()).toList();
    }

    public static List<FuzzTarget> targets() {
        return List.of(
                new FuzzTarget("statuses", List.of(STATUSES), words(), ScanFuzz::statuses),
                new FuzzTarget("reports, ITEMS_SEEN and OOS", List.of(REPORT), words(), ScanFuzz::report));
    }

    private static void statuses(byte[] body) {
        Set<Long> asked = Set.of(40101L, 40102L);
        ScanResult result = ScansClient.statuses(reply(body), asked);
        assertThat(asked).containsAll(result.statuses().keySet());
        result.statuses()
                .values()
                .forEach(status -> assertThat(status.finality()).isNotNull());
        assertThat(result.body().isPresent()).isEqualTo(result.kind() == ScanResult.Kind.READ);
    }

    /** What is kept as evidence can be read back, and what is known of it without that is the same. */
    private static void report(byte[] body) {
        KNOWN.begin();
        ScanResult result = ScansClient.report(reply(body), 40101, List.of("ITEMS_SEEN", "OOS"), LINES, KNOWN);
        Optional<ScanReport> read = ScanReport.read(body, 40101, LINES);
        result.body()
                .flatMap(kept -> KNOWN.take(40101, kept.sha256()))
                .ifPresent(known -> assertThat(read).hasValue(known));
        boolean isKnown = read.filter(report -> !report.lists().isEmpty()).isPresent();
        boolean isRefused = !isKnown && ScanReport.refusal(body, 40101, LINES).isPresent();
        assertThat(result.kind() == ScanResult.Kind.READ).isEqualTo(isKnown);
        assertThat(result.kind() == ScanResult.Kind.REJECTED).isEqualTo(isRefused);
        assertThat(result.body().isPresent()).isEqualTo(isKnown || isRefused);
    }

    private static Reply reply(byte[] body) {
        return new Reply(200, HttpHeaders.of(Map.of(), (name, value) -> true), body, HandClock.START);
    }
}
