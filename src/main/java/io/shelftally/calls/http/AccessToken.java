package io.shelftally.calls.http;

import io.shelftally.calls.answers.Json;
import io.shelftally.calls.answers.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A token and how long it is good for; never shown.
 *
 * @param staleAt when to ask for the next one, shortly before the end
 * @param endsAt when the vendor stops accepting it
 */
record AccessToken(String text, Instant staleAt, Instant endsAt) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONGEST_LIFE = Duration.ofDays(365);
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(60);

    AccessToken {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an access token is not empty");
        }
        SettingChecks.requireHeaderSafe("the access token", text);
    }

    /** A token that is good until the vendor refuses it. */
    static AccessToken lasting(String text) {
        return new AccessToken(text, Instant.MAX, Instant.MAX);
    }

    /** The request body that asks for a token. */
    static String requestBody(ClientCredentials credentials) {
        return JSON.writeValueAsString(Map.of(
                "client_id", credentials.clientId(),
                "client_secret", credentials.clientSecret(),
                "grant_type", "client_credentials"));
    }

    /** The token that an answer grants; empty if it holds none that can be used. */
    static Optional<AccessToken> in(Reply reply) {
        try {
            return Json.object(reply.body()).map(answer -> of(answer, reply.at()));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static AccessToken of(JsonNode answer, Instant at) {
        String text = answer.path("access_token").asString("");
        return lasting(text).endingAfter(answer.path("expires_in").asLong(0), at);
    }

    private AccessToken endingAfter(long seconds, Instant from) {
        if (seconds <= 0 || seconds > LONGEST_LIFE.toSeconds()) {
            return this;
        }
        Duration life = Duration.ofSeconds(seconds);
        Duration tenth = life.dividedBy(10);
        Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
        return new AccessToken(text, from.plus(life).minus(margin), from.plus(life));
    }

    @Override
    public String toString() {
        return "access token until " + endsAt;
    }
}
