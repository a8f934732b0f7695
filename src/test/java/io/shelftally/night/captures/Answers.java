package io.shelftally.night.captures;

import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.night.captures.CaptureAnswer.Kind;
import io.shelftally.night.evidence.EvidenceBody;
import io.shelftally.night.run.HandClock;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Closient's answers, as its client sorts them. */
final class Answers {

    static final CaptureAnswer LOST = new CaptureAnswer(
            new NoReply(Reason.TIMEOUT, "", HandClock.START), Kind.LOST, Optional.empty(), Optional.empty(), "timeout");
    static final CaptureAnswer RATE_LIMITED = refused(429, Kind.RATE_LIMITED);
    static final CaptureAnswer CONFLICT = refused(409, Kind.CONFLICT);
    static final CaptureAnswer UNPROCESSABLE = refused(422, Kind.UNPROCESSABLE);
    static final CaptureAnswer UNKNOWN = refused(404, Kind.UNKNOWN);
    static final CaptureAnswer REJECTED = refused(403, Kind.REJECTED);

    private Answers() {}

    /** A 200 with a capture object of that status. */
    static CaptureAnswer says(String status) {
        return object("{\"status\":\"" + status + "\",\"gtin\":\"00012345678905\"}", Optional.of(status));
    }

    /** A 200 with a capture object that has no status. */
    static CaptureAnswer withoutStatus() {
        return object("{}", Optional.empty());
    }

    /** A 503 that asks for a pause. */
    static CaptureAnswer busy(String retryAfter) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of(retryAfter)), (name, value) -> true);
        return new CaptureAnswer(
                new Reply(503, headers, new byte[0], HandClock.START),
                Kind.LOST,
                Optional.empty(),
                Optional.empty(),
                "http_503");
    }

    private static CaptureAnswer object(String json, Optional<String> status) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return new CaptureAnswer(
                new Reply(200, none(), body, HandClock.START),
                Kind.USABLE,
                status,
                Optional.of(EvidenceBody.of(body)),
                "ok");
    }

    private static CaptureAnswer refused(int status, Kind kind) {
        byte[] body =
                ("{\"error\":{\"code\":\"C" + status + "\",\"message\":\"no\"}}").getBytes(StandardCharsets.UTF_8);
        Optional<EvidenceBody> kept = kind == Kind.RATE_LIMITED ? Optional.empty() : Optional.of(EvidenceBody.of(body));
        return new CaptureAnswer(
                new Reply(status, none(), body, HandClock.START), kind, Optional.empty(), kept, "http_" + status);
    }

    private static HttpHeaders none() {
        return HttpHeaders.of(Map.of(), (name, value) -> true);
    }
}
