package io.shelftally.night.scans;

import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.night.evidence.EvidenceBody;
import io.shelftally.night.run.HandClock;
import io.shelftally.night.scans.ScanReport.Unasked;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pensa's answers, as its client sorts them. */
final class Answers {

    static final ScanResult LOST =
            ScanResult.without(new NoReply(Reason.TIMEOUT, "", HandClock.START), ScanResult.Kind.LOST, "timeout");
    static final ScanResult FORBIDDEN_STATUSES = ScanResult.without(reply(403, ""), ScanResult.Kind.LOST, "http_403");
    static final ScanResult NOT_READY = ScanResult.without(reply(404, ""), ScanResult.Kind.NOT_READY, "http_404");
    static final ScanResult REJECTED = ScanResult.without(reply(403, ""), ScanResult.Kind.REJECTED, "http_403");

    private Answers() {}

    /** A status answer that holds these scans, each such as {@code 7 COMPLETE}. */
    static ScanResult statuses(String... scans) {
        Map<Long, ScanStatus> statuses = new TreeMap<>();
        Stream.of(scans)
                .map(scan -> scan.split(" ", -1))
                .forEach(scan -> statuses.put(
                        Long.valueOf(scan[0]),
                        new ScanStatus(null, scan[1], null, null, null, "guid-" + scan[0], false)));
        String json = statuses.entrySet().stream()
                .map(scan -> "{\"id\":" + scan.getKey() + ",\"status\":\""
                        + scan.getValue().status() + "\"}")
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
        return read(json, statuses, List.of());
    }

    /** A status answer that speaks of a scan that was not asked about. */
    static ScanResult unasked(String scanId) {
        return read("{\"data\":[]}", Map.of(), List.of(new Unasked(scanId, "{}")));
    }

    static ScanResult report(long scanId) {
        return read(
                "{\"data\":{\"OOS\":{\"scan_id\":" + scanId + ",\"report\":{\"product_list\":[]}}}}",
                Map.of(),
                List.of());
    }

    private static ScanResult read(String json, Map<Long, ScanStatus> statuses, List<Unasked> unasked) {
        Reply reply = reply(200, json);
        return new ScanResult(
                reply,
                ScanResult.Kind.READ,
                statuses,
                unasked,
                Optional.of(EvidenceBody.of(reply.body())),
                List.of(),
                "ok");
    }

    private static Reply reply(int status, String json) {
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        return new Reply(status, none, json.getBytes(StandardCharsets.UTF_8), HandClock.START);
    }
}
