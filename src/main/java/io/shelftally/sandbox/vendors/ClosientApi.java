package io.shelftally.sandbox.vendors;

import io.shelftally.sandbox.world.CaptureScript;
import io.shelftally.sandbox.world.Step;
import io.shelftally.sandbox.world.World;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Closient's scanner captures: {@code GET captures/{id}} and {@code POST captures/{id}/retry}.
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
    private final ClosientErrors errors = new ClosientErrors();
    private final Stage stage;
    private final Map<String, CaptureLife> lives = new ConcurrentHashMap<>();

    ClosientApi(World world, String apiKey, RateLimit limit, Clock clock) {
        this.world = world;
        this.apiKey = apiKey;
        this.limit = limit;
        this.stage = new Stage(errors, clock);
    }

    Answer answer(Call call) {
        Matcher path = CAPTURE.matcher(call.path());
        if (!path.matches()) {
            return errors.of(404).withHeaders(limit.headers());
        }
        boolean retry = path.group(2) != null;
        return answer(call, path.group(1), retry)
                .withIds(List.of(path.group(1)))
                .withDefaultHeaders(limit.headers());
    }

    private Answer answer(Call call, String id, boolean retry) {
        if (!call.method().equals(retry ? "POST" : "GET")) {
            return errors.of(405).withHeaders(Map.of("Allow", retry ? "POST" : "GET"));
        }
        if (!call.hasHeader("X-API-Key", apiKey)) {
            return errors.of(401);
        }
        RateLimit.Decision decision = limit.take();
        Answer answer = decision.allowed() ? allowed(id, retry) : errors.of(429);
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
            return stage.play(step.get(), () -> errors.of(409));
        }
        Answer ordinary = life.isFailed(script) ? showing(life.retry(script)) : errors.of(409);
        return step.map(played -> stage.play(played, () -> ordinary)).orElse(ordinary);
    }

    private static Answer showing(ObjectNode capture) {
        return Answer.json(200, capture).withShown(capture.path("status").asString(""));
    }
}
