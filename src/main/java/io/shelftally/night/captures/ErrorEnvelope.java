package io.shelftally.night.captures;

import io.shelftally.calls.answers.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Closient's error answer says, in either of its shapes: an envelope {@code error}, or flat (RFC 9457, problem details).
 *
 * @param code in capitals; of JSON without one, that of the HTTP status; null if there is none
 * @param message null if there is none
 */
public record ErrorEnvelope(@Nullable String code, @Nullable String message) {

    /** Nothing is said. */
    public static final ErrorEnvelope NONE = new ErrorEnvelope(null, null);

    private static final Map<Integer, String> CODES = Map.of(
            400, "BAD_REQUEST",
            401, "UNAUTHORIZED",
            403, "FORBIDDEN",
            404, "NOT_FOUND",
            409, "CONFLICT",
            422, "VALIDATION_ERROR",
            429, "RATE_LIMITED",
            500, "INTERNAL_ERROR");

    /** Reads stored evidence; what is no JSON says nothing. */
    public static ErrorEnvelope read(byte[] body, int httpStatus) {
        return Json.value(body).map(root -> of(root, httpStatus)).orElse(NONE);
    }

    private static ErrorEnvelope of(JsonNode root, int httpStatus) {
        JsonNode envelope = root.path("error");
        Optional<String> code = first(Json.text(envelope, "code"), Json.text(root, "error_code"));
        Optional<String> message =
                first(Json.text(envelope, "message"), Json.text(root, "detail"), Json.text(root, "title"));
        return new ErrorEnvelope(
                code.map(some -> some.toUpperCase(Locale.ROOT)).orElse(CODES.get(httpStatus)), message.orElse(null));
    }

    private static Optional<String> first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
