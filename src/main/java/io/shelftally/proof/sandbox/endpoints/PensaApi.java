package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.Habits;
import io.shelftally.proof.sandbox.world.Report;
import io.shelftally.proof.sandbox.world.ScanScript;
import io.shelftally.proof.sandbox.world.Utf8;
import io.shelftally.proof.sandbox.world.World;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pensa's shelf scans: {@code POST scan-statuses} and {@code POST reports-on-demand}.
 *
 * <ol>
 *   <li>A wrong token or user is refused, then a malformed body.
 *   <li>The next step of the scan is played, if it has one. In a status call each scan named takes its own next step; the
 *       smallest of those whose step is no ordinary answer speaks for the whole call.
 *   <li>A status call shows the state of each known scan and moves it on to the next one.
 * </ol>
 */
final class PensaApi {

    static final String MOUNT = "/mobilesdkapi/facing/";

    private final World world;
    private final Credentials credentials;
    private final TokenDesk tokens;
    private final int mostIds;
    private final boolean wantsBearer;
    private final PensaErrors errors = new PensaErrors();
    private final Stage stage;
    private final StatusCalls statusCalls;
    private final Map<Long, ScanLife> lives = new ConcurrentHashMap<>();

    PensaApi(World world, Habits habits, Credentials credentials, TokenDesk tokens, int mostIds, Clock clock) {
        this.world = world;
        this.wantsBearer = habits.wantsBearer();
        this.credentials = credentials;
        this.tokens = tokens;
        this.mostIds = mostIds;
        this.stage = new Stage(errors, clock);
        this.statusCalls = new StatusCalls(stage);
    }

    Answer answer(Call call) {
        String name = call.path().substring(MOUNT.length());
        if (!name.equals("scan-statuses") && !name.equals("reports-on-demand")) {
            return errors.of(404, "no such path");
        }
        if (!call.method().equals("POST")) {
            return errors.of(405, "use POST");
        }
        String token = call.headers().getFirst("x-pensa-access-token");
        if (token == null || !tokens.isGood(token)) {
            return errors.of(401, "the access token is missing, unknown or expired");
        }
        if (wantsBearer && !call.hasHeader("Authorization", "Bearer " + token)) {
            return errors.of(401, "the access token is missing from Authorization: Bearer");
        }
        if (!call.hasHeader("X-Cognito-Username", credentials.username())) {
            return errors.of(401, "X-Cognito-Username is missing or unknown");
        }
        Optional<ObjectNode> body = call.json();
        if (body.isEmpty()) {
            return errors.of(400, "the body must be a JSON object");
        }
        return name.equals("scan-statuses") ? statuses(body.get()) : report(body.get());
    }

    private Answer statuses(ObjectNode body) {
        Optional<List<Long>> ids = ids(body.path("scan_ids"));
        if (ids.isEmpty()) {
            return errors.of(400, "scan_ids must be a list of 1 to " + mostIds + " scan ids");
        }
        List<StatusCalls.Asked> asked = new ArrayList<>();
        for (Long id : ids.get()) {
            world.scan(id).ifPresent(script -> asked.add(new StatusCalls.Asked(script, life(id))));
        }
        return statusCalls
                .answer(asked)
                .withIds(ids.get().stream().map(String::valueOf).toList());
    }

    private Optional<List<Long>> ids(JsonNode written) {
        if (!(written instanceof ArrayNode list) || list.isEmpty() || list.size() > mostIds) {
            return Optional.empty();
        }
        List<Long> ids = new ArrayList<>();
        for (JsonNode id : list) {
            if (!id.isIntegralNumber() || !id.canConvertToLong()) {
                return Optional.empty();
            }
            ids.add(id.longValue());
        }
        return Optional.of(ids.stream().distinct().toList());
    }

    private Answer report(ObjectNode body) {
        JsonNode id = body.path("scan_id");
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            return errors.of(400, "scan_id must be a number");
        }
        List<String> types = ReportTypes.read(body.path("report_types"));
        if (types.isEmpty()) {
            return errors.of(400, "report_types must be a list of known report types");
        }
        Answer answer = world.scan(id.longValue())
                .map(script -> report(script, types))
                .orElseGet(() -> errors.of(404, "no such scan"));
        return answer.withIds(List.of(id.asString()));
    }

    private Answer report(ScanScript script, List<String> types) {
        return life(script.id())
                .reportSteps
                .next(script.reportSteps())
                .map(step -> stage.play(step, () -> ordinary(script, types)))
                .orElseGet(() -> ordinary(script, types));
    }

    private Answer ordinary(ScanScript script, List<String> types) {
        return script.report()
                .map(report -> Answer.json(200, () -> written(report, types)))
                .orElseGet(() -> errors.of(404, "no report of this scan"));
    }

    private static byte[] written(Report report, List<String> types) {
        Utf8 out = new Utf8().append("{\"data\":");
        report.write(types, out);
        return out.append("}").bytes();
    }

    private ScanLife life(long id) {
        return lives.computeIfAbsent(id, any -> new ScanLife());
    }
}
