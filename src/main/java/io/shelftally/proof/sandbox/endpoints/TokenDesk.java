package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.Step;
import io.shelftally.proof.sandbox.world.World;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** Issues Pensa's access tokens, and knows which are good. */
final class TokenDesk {

    static final String PATH = "/extapi/v2/auth-token";

    private final Credentials credentials;
    private final Limits limits;
    private final Clock clock;
    private final List<Step> script;
    private final Steps steps = new Steps();
    private final PensaErrors errors = new PensaErrors();
    private final Stage stage;
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    TokenDesk(World world, Credentials credentials, Limits limits, Clock clock) {
        this.credentials = credentials;
        this.limits = limits;
        this.clock = clock;
        this.script = world.tokenSteps();
        this.stage = new Stage(errors, clock);
    }

    boolean isGood(String token) {
        Instant expiry = expiries.get(token);
        return token.equals(credentials.accessToken())
                || (expiry != null && clock.instant().isBefore(expiry));
    }

    Answer answer(Call call) {
        if (!call.method().equals("POST")) {
            return errors.of(405, "use POST");
        }
        return steps.next(script)
                .map(step -> stage.play(step, () -> checked(call)))
                .orElseGet(() -> checked(call));
    }

    private Answer checked(Call call) {
        Optional<ObjectNode> body = call.json();
        if (body.isEmpty()) {
            return errors.of(400, "the body must be a JSON object");
        }
        if (!text(body.get(), "grant_type").equals("client_credentials")) {
            return errors.of(400, "grant_type must be client_credentials");
        }
        if (!text(body.get(), "client_id").equals(credentials.clientId())
                || !text(body.get(), "client_secret").equals(credentials.clientSecret())) {
            return errors.of(401, "unknown client");
        }
        return issue();
    }

    private Answer issue() {
        String token = "sandbox-" + UUID.randomUUID();
        expiries.put(token, clock.instant().plus(limits.tokenLife()));
        return Answer.json(
                200,
                Json.object()
                        .put("access_token", token)
                        .put("token_type", "Bearer")
                        .put("expires_in", limits.tokenLife().toSeconds()));
    }

    private static String text(ObjectNode body, String field) {
        return body.path(field).stringValue("");
    }
}
