package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.CaptureScript;
import io.shelftally.proof.sandbox.world.Habits;
import io.shelftally.proof.sandbox.world.Step;
import io.shelftally.proof.sandbox.world.World;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Closient's scanner captures, {@code GET captures/{id}} and {@code POST captures/{id}/retry}, and whose the key is.
 *
 * <ol>
 *   <li>A wrong key is refused, and does not count.
 *   <li>A call over the limits is refused.
 *   <li>A malformed id is refused, an unknown one is not found.
 *   <li>The capture's next step is played, if it has one.
 *   <li>A read shows the state and moves on to the next one. A retry starts the next progression, but only if the state
 *       shown last is FAILED.
 * </ol>
 */
final class ClosientApi {

    static final String MOUNT = "/scanner/api/v1/";

    private static final Pattern CAPTURE = Pattern.compile(MOUNT + "captures/([^/]*)(/retry)?");

    private final World world;
    private final String apiKey;
    private final RateLimit limit;
    private final ClosientErrors errors;
    private final int wrongState;
    private final Stage stage;
    private final Whoami whoami;
    private final Map<String, CaptureLife> lives = new ConcurrentHashMap<>();

    ClosientApi(World world, Habits habits, String apiKey, RateLimit limit, Clock clock) {
        this.world = world;
        this.apiKey = apiKey;
        this.limit = limit;
        this.errors = new ClosientErrors(habits.errorShape());
        this.wrongState = habits.wrongStateStatus();
        this.stage = new Stage(errors, clock);
        this.whoami = new Whoami(world, stage);
    }

    static boolean serves(String path) {
        return path.startsWith(MOUNT) || path.equals(Whoami.PATH);
    }

    Answer answer(Call call) {
        if (call.path().equals(Whoami.PATH)) {
            return counted(call, "GET", whoami::answer).withDefaultHeaders(limit.headers());
        }
        Matcher path = CAPTURE.matcher(call.path());
        if (!path.matches()) {
            return errors.of(404).withHeaders(limit.headers());
        }
        boolean retry = path.group(2) != null;
        String id = path.group(1);
        return counted(call, retry ? "POST" : "GET", () -> allowed(id, retry))
                .withIds(List.of(id))
                .withDefaultHeaders(limit.headers());
    }

    private Answer counted(Call call, String method, Supplier<Answer> allowed) {
        if (!call.method().equals(method)) {
            return errors.of(405).withHeaders(Map.of("Allow", method));
        }
        if (!call.hasHeader("X-API-Key", apiKey)) {
            return errors.of(401);
        }
        RateLimit.Decision decision = limit.take();
        Answer answer = decision.allowed()
                ? allowed.get()
                : errors.rateLimited(decision.headers().getOrDefault("Retry-After", ""));
        return answer.withDefaultHeaders(decision.headers());
    }

    private Answer allowed(String id, boolean retry) {
        if (!CaptureScript.ID.matcher(id).matches()) {
            return errors.invalidId(id);
        }
        Optional<CaptureScript> script = world.capture(id);
        if (script.isEmpty()) {
            return errors.of(404);
        }
        CaptureLife life = lives.computeIfAbsent(id, any -> new CaptureLife());
        return retry ? retry(script.get(), life) : read(script.get(), life);
    }

    private Answer read(CaptureScript script, CaptureLife life) {
        Optional<Step> step = life.readSteps.next(script.readSteps());
        ObjectNode shown = life.shown(script);
        if (step.isEmpty() || step.get().isRead()) {
            life.wasRead();
        }
        Answer ordinary = showing(shown);
        return step.map(played -> stage.play(played, () -> ordinary)).orElse(ordinary);
    }

    private Answer retry(CaptureScript script, CaptureLife life) {
        Optional<Step> step = life.retrySteps.next(script.retrySteps());
        if (step.isPresent() && !step.get().isApplied()) {
            return stage.play(step.get(), () -> errors.wrongState(wrongState));
        }
        Answer ordinary = life.isFailed(script) ? showing(life.retry(script)) : errors.wrongState(wrongState);
        return step.map(played -> stage.play(played, () -> ordinary)).orElse(ordinary);
    }

    private static Answer showing(ObjectNode capture) {
        return Answer.json(200, capture).withShown(capture.path("status").asString(""));
    }
}
