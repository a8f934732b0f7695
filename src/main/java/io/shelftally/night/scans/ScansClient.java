package io.shelftally.night.scans;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.Json;
import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.answers.RetryAfter;
import io.shelftally.calls.http.TokenSource;
import io.shelftally.calls.http.Unread;
import io.shelftally.calls.http.VendorRequest;
import io.shelftally.night.evidence.EvidenceBody;
import io.shelftally.night.scans.ScanReport.Unasked;
import io.shelftally.night.scans.ScanResult.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes Pensa's two calls and sorts the answers; what an HTTP status means is each vendor's own. */
@Component
class ScansClient implements ScanCalls {

    private final PensaSettings settings;
    private final TokenSource tokens;
    private final KnownLines lines;
    private final KnownReports reports;
    private final URI statusesUri;
    private final URI reportUri;
    private final List<String> asked;
    private final String reportTypes;

    ScansClient(PensaSettings settings, TokenSource tokens, KnownLines lines, KnownReports reports) {
        this.settings = settings;
        this.tokens = tokens;
        this.lines = lines;
        this.reports = reports;
        String base = Objects.toString(settings.baseUrl(), "").replaceAll("/+$", "") + "/mobilesdkapi/facing";
        this.statusesUri = URI.create(base + "/scan-statuses");
        this.reportUri = URI.create(base + "/reports-on-demand");
        this.asked = settings.askedReports();
        this.reportTypes = asked.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    @Override
    public Supplier<ScanResult> statuses(List<Long> scanIds) throws InterruptedException {
        String ids = scanIds.stream().map(String::valueOf).collect(Collectors.joining(","));
        Set<Long> asked = Set.copyOf(scanIds);
        return post(statusesUri, "{\"scan_ids\":[" + ids + "]}", answer -> statuses(answer, asked));
    }

    @Override
    public Supplier<ScanResult> report(long scanId) throws InterruptedException {
        return post(
                reportUri,
                "{\"scan_id\":" + scanId + ",\"report_types\":" + reportTypes + "}",
                answer -> report(answer, scanId));
    }

    private Supplier<ScanResult> post(URI uri, String json, Function<Answer, ScanResult> reading)
            throws InterruptedException {
        Unread answer = tokens.receive(token -> request(uri, token, json));
        return () -> answer.read(reading);
    }

    private static ScanResult statuses(Answer answer, Set<Long> asked) {
        return answer instanceof Reply reply && isSuccess(reply) ? statuses(reply, asked) : unusable(answer, Kind.LOST);
    }

    private ScanResult report(Answer answer, long scanId) {
        if (!(answer instanceof Reply reply)) {
            return unusable(answer, Kind.LOST);
        }
        return isSuccess(reply) ? report(reply, scanId, asked, lines, reports) : refused(reply);
    }

    private VendorRequest request(URI uri, String token, String json) {
        Map<String, String> headers = new HashMap<>();
        headers.put("x-pensa-access-token", token);
        headers.put("X-Cognito-Username", Objects.toString(settings.username(), ""));
        if (settings.bearer()) {
            headers.put("Authorization", "Bearer " + token);
        }
        return new VendorRequest("POST", uri, headers, Optional.of(json));
    }

    static ScanResult statuses(Reply reply, Set<Long> asked) {
        Optional<JsonNode> items =
                Json.object(reply.body()).map(root -> root.get("data")).filter(JsonNode::isArray);
        if (items.isEmpty()) {
            return ScanResult.without(reply.withoutBody(), Kind.LOST, word(Reason.BROKEN_BODY));
        }
        Map<Long, ScanStatus> statuses = new HashMap<>();
        List<Unasked> unasked = new ArrayList<>();
        for (JsonNode item : items.get()) {
            Optional<Long> id = Json.positive(item, "id");
            if (id.filter(asked::contains).isPresent()) {
                statuses.putIfAbsent(id.get(), ScanStatus.read(item));
            } else {
                unasked.add(new Unasked(Objects.toString(Json.text(item, "id"), ""), item.toString()));
            }
        }
        return new ScanResult(
                reply.withoutBody(),
                Kind.READ,
                statuses,
                unasked,
                Optional.of(EvidenceBody.of(reply.body())),
                List.of(),
                "ok");
    }

    static ScanResult report(Reply reply, long scanId, List<String> asked, KnownLines lines, KnownReports reports) {
        boolean keeps = reports.keeps();
        Optional<ReportAnswer> report = keeps
                ? ReportAnswer.cut(reply.body(), scanId, lines)
                : ReportAnswer.outline(reply.body(), scanId, lines);
        if (report.isEmpty()) {
            return ScanResult.without(reply.withoutBody(), Kind.LOST, word(Reason.BROKEN_BODY));
        }
        ReportAnswer answer = report.get();
        Kind kind = answer.isKnown() ? Kind.READ : answer.refusal().isPresent() ? Kind.REJECTED : Kind.NOT_READY;
        Optional<EvidenceBody> body =
                kind == Kind.NOT_READY ? Optional.empty() : Optional.of(EvidenceBody.of(reply.body()));
        if (keeps && kind == Kind.READ && answer.isWhole()) {
            body.ifPresent(kept -> reports.keep(
                    scanId,
                    kept.sha256(),
                    ScanReport.of(answer, lines),
                    answer.cut().newJson()));
        }
        return new ScanResult(
                reply.withoutBody(),
                kind,
                Map.of(),
                answer.unasked(),
                body,
                kind == Kind.NOT_READY ? answer.notAsked(asked, scanId) : List.of(),
                word(kind, answer));
    }

    private static String word(Kind kind, ReportAnswer answer) {
        return switch (kind) {
            case READ -> "ok";
            case REJECTED -> answer.refusal().orElseThrow().toLowerCase(Locale.ROOT);
            default -> answer.unasked().isEmpty() ? "not_ready" : ScanResult.UNASKED;
        };
    }

    /** A refusal for good is kept, as the row of its scan rests on it. */
    private static ScanResult refused(Reply reply) {
        Kind kind = kind(reply.status());
        ScanResult result = unusable(reply, kind);
        return kind == Kind.REJECTED ? result.with(EvidenceBody.of(reply.body())) : result;
    }

    private static ScanResult unusable(Answer answer, Kind kind) {
        if (answer instanceof Reply reply) {
            return ScanResult.without(RetryAfter.restored(reply).withoutBody(), kind, "http_" + reply.status());
        }
        Reason reason = ((NoReply) answer).reason();
        boolean isFinal = reason == Reason.TOO_LARGE;
        return ScanResult.without(answer, isFinal ? Kind.REJECTED : Kind.LOST, word(reason));
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 404, 409, 425 -> Kind.NOT_READY;
            case 429 -> Kind.LOST;
            default -> status >= 400 && status < 500 ? Kind.REJECTED : Kind.LOST;
        };
    }

    private static boolean isSuccess(Reply reply) {
        return reply.status() >= 200 && reply.status() < 300;
    }

    private static String word(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
