package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.Habits.ErrorShape;
import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.Step;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Closient's errors: an envelope, or problem details (RFC 9457). */
final class ClosientErrors implements Errors {

    /** What is said of a status. */
    private record Words(String code, String title, String message) {}

    private static final Words OTHER = new Words("INTERNAL_ERROR", "Internal Server Error", "Internal server error");

    private static final Map<Integer, Words> WORDS = Map.of(
            400, new Words("BAD_REQUEST", "Bad Request", "Bad request"),
            401, new Words("UNAUTHORIZED", "Unauthorized", "Invalid or missing API key"),
            403, new Words("FORBIDDEN", "Forbidden", "The key may not do this"),
            404, new Words("NOT_FOUND", "Not Found", "Not found"),
            409, new Words("CONFLICT", "Conflict", "Only a failed capture can be retried"),
            422, new Words("VALIDATION_ERROR", "Unprocessable Entity", "Validation failed"),
            429, new Words("RATE_LIMITED", "Too Many Requests", "Rate limit exceeded"));

    private final ErrorShape shape;

    ClosientErrors(ErrorShape shape) {
        this.shape = shape;
    }

    @Override
    public Answer of(Step step, int status) {
        Words words = words(status);
        String code = step.code() == null ? words.code() : step.code();
        String message = step.message() == null ? words(status, code).message() : step.message();
        Words said = new Words(code, words.title(), message);
        return step.shape() == ErrorShape.PROBLEM || (step.shape() == null && shape == ErrorShape.PROBLEM)
                ? problem(status, said, step.retryAfterSeconds())
                : envelope(status, said, step.details());
    }

    Answer of(int status) {
        return of(status, words(status), null);
    }

    /** A refusal for a time; the problem's body says how long, as the header does. */
    Answer rateLimited(String seconds) {
        return shape == ErrorShape.PROBLEM
                ? problem(429, words(429), seconds.isEmpty() ? null : Json.MAPPER.readTree(seconds))
                : of(429);
    }

    /** The retry of a capture that has not failed. */
    Answer wrongState(int status) {
        String message = words(409).message();
        return status == 409
                ? of(409)
                : of(
                        status,
                        shape == ErrorShape.PROBLEM
                                ? new Words(
                                        "UNPROCESSABLE_ENTITY", words(status).title(), message)
                                : new Words(words(status).code(), words(status).title(), message),
                        null);
    }

    Answer invalidId(String id) {
        ObjectNode detail = Json.object()
                .put("field", "capture_id")
                .put("message", "\"" + id + "\" is not 22 characters of the id alphabet");
        return of(422, words(422), Json.MAPPER.createArrayNode().add(detail));
    }

    private static Words words(int status) {
        return WORDS.getOrDefault(status, OTHER);
    }

    /** Those of the code, where it is not the one of the status. */
    private static Words words(int status, String code) {
        return WORDS.values().stream()
                .filter(words -> words.code().equals(code))
                .findFirst()
                .orElse(new Words(code, words(status).title(), code.equals(OTHER.code()) ? OTHER.message() : code));
    }

    private Answer of(int status, Words words, @Nullable JsonNode details) {
        return shape == ErrorShape.PROBLEM ? problem(status, words, null) : envelope(status, words, details);
    }

    private static Answer envelope(int status, Words words, @Nullable JsonNode details) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error")
                .put("code", words.code())
                .put("message", words.message())
                .put("status", status);
        if (details != null) {
            error.set("details", details);
        }
        return Answer.json(status, body);
    }

    private static Answer problem(int status, Words words, @Nullable JsonNode retryAfterSeconds) {
        ObjectNode body = Json.object()
                .put("type", "about:blank")
                .put("title", words.title())
                .put("status", status)
                .put("detail", words.message())
                .put("error_code", words.code().toLowerCase(Locale.ROOT))
                .put("retryable", status == 429 || status >= 500)
                .put("timestamp", "2026-11-21T16:20:05Z");
        if (retryAfterSeconds != null) {
            body.set("retry_after_seconds", retryAfterSeconds);
        }
        return Answer.json(status, body).withContentType("application/problem+json");
    }
}
