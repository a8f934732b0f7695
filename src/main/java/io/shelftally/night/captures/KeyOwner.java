package io.shelftally.night.captures;

import io.shelftally.calls.answers.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Closient says of an API key ({@code GET /account/api/v1/whoami}); any of it may be absent.
 *
 * @param organizations their names, or their ids where they have none
 * @param isValid whether nothing is said against the key
 * @param expiresAt as reported
 */
public record KeyOwner(
        List<String> organizations,
        @Nullable String role,
        @Nullable String description,
        boolean isValid,
        @Nullable String expiresAt) {

    /** Below the base URL. */
    public static final String PATH = "/account/api/v1/whoami";

    public KeyOwner {
        organizations = List.copyOf(organizations);
    }

    /** Reads an answer; empty if it is no object. */
    public static Optional<KeyOwner> read(byte[] body) {
        return Json.object(body).map(KeyOwner::of);
    }

    private static KeyOwner of(JsonNode answer) {
        JsonNode key = answer.path("api_key");
        List<String> organizations = new ArrayList<>();
        answer.path("organizations")
                .forEach(one -> Stream.of("name", "id")
                        .map(field -> Optional.ofNullable(Json.text(one, field)))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(organizations::add));
        boolean isRevoked = Stream.of(answer, key)
                .flatMap(object -> Stream.of("valid", "is_valid", "is_active").map(object::path))
                .anyMatch(said -> said.isBoolean() && !said.booleanValue());
        return new KeyOwner(
                organizations,
                Json.text(key, "role"),
                Json.text(key, "description"),
                !isRevoked,
                Json.text(key, "expires_at"));
    }

    /** In a line. */
    public String text() {
        String of = organizations.isEmpty()
                ? "no organization"
                : (organizations.size() == 1 ? "organization " : "organizations ") + String.join(", ", organizations);
        return Stream.of(
                        Optional.of(of),
                        Optional.ofNullable(role).map(text -> "role " + text),
                        Optional.ofNullable(description).map(text -> "\"" + text + "\""),
                        Optional.ofNullable(expiresAt).map(text -> "expires " + text))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }
}
