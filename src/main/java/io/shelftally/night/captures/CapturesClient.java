package io.shelftally.night.captures;

import io.shelftally.base.failpoint.Failpoint;
import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.Json;
import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.answers.RetryAfter;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.http.HttpExchange;
import io.shelftally.calls.http.VendorRequest;
import io.shelftally.night.captures.CaptureAnswer.Kind;
import io.shelftally.night.evidence.EvidenceBody;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes Closient's two calls and sorts the answers; what an HTTP status means is each vendor's own. */
@Component
class CapturesClient implements CaptureCalls {

    private final ClosientSettings settings;
    private final HttpExchange http;

    CapturesClient(ClosientSettings settings, HttpExchange http) {
        this.settings = settings;
        this.http = http;
    }

    @Override
    public CaptureAnswer read(String captureId) throws InterruptedException {
        return call("GET", captureId);
    }

    @Override
    public CaptureAnswer retry(String captureId) throws InterruptedException {
        Failpoint.RETRY_INTENDED.hit();
        CaptureAnswer answer = call("POST", captureId + "/retry");
        Failpoint.RETRY_ANSWERED.hit();
        return answer;
    }

    private CaptureAnswer call(String method, String path) throws InterruptedException {
        String base = settings.baseUrl().toString().replaceAll("/+$", "");
        URI uri = URI.create(base + "/scanner/api/v1/captures/" + path);
        Map<String, String> headers = Map.of("X-API-Key", settings.apiKey());
        return http.receive(new VendorRequest(method, uri, headers, Optional.empty()))
                .read(CapturesClient::sorted);
    }

    static CaptureAnswer sorted(Answer answer) {
        if (answer instanceof Reply reply) {
            return sorted(reply);
        }
        Reason reason = ((NoReply) answer).reason();
        Kind kind = reason == Reason.TOO_LARGE ? Kind.REJECTED : Kind.LOST;
        return new CaptureAnswer(answer, kind, Optional.empty(), Optional.empty(), word(reason));
    }

    private static CaptureAnswer sorted(Reply reply) {
        int status = reply.status();
        if (status == 401) {
            throw new VendorException(
                    Reason.UNAUTHORIZED,
                    "Closient refused the API key (HTTP 401). Mend shelftally.closient.api-key; its value is never shown.");
        }
        if (status >= 200 && status < 300) {
            return usable(reply);
        }
        Kind kind = kind(status);
        boolean isPassing = kind == Kind.RATE_LIMITED || kind == Kind.LOST;
        return new CaptureAnswer(
                RetryAfter.restored(reply).withoutBody(),
                kind,
                Optional.empty(),
                isPassing ? Optional.empty() : Optional.of(EvidenceBody.of(reply.body())),
                "http_" + status);
    }

    private static CaptureAnswer usable(Reply reply) {
        Optional<JsonNode> capture = Json.object(reply.body());
        if (capture.isEmpty()) {
            return new CaptureAnswer(
                    reply.withoutBody(), Kind.LOST, Optional.empty(), Optional.empty(), word(Reason.BROKEN_BODY));
        }
        return new CaptureAnswer(
                reply.withoutBody(),
                Kind.USABLE,
                Optional.ofNullable(Json.text(capture.get(), "status")),
                Optional.of(EvidenceBody.of(reply.body())),
                "ok");
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 404 -> Kind.UNKNOWN;
            case 409 -> Kind.CONFLICT;
            case 422 -> Kind.UNPROCESSABLE;
            case 429 -> Kind.RATE_LIMITED;
            default -> status >= 400 && status < 500 ? Kind.REJECTED : Kind.LOST;
        };
    }

    private static String word(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
