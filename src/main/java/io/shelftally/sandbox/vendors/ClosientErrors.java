package io.shelftally.sandbox.vendors;

import io.shelftally.sandbox.world.Json;
import io.shelftally.sandbox.world.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Closient's error envelope. */
final class ClosientErrors implements Errors {

    private static final Map<Integer, String> CODES = Map.of(
            400, "BAD_REQUEST",
            401, "UNAUTHORIZED",
            403, "FORBIDDEN",
            404, "NOT_FOUND",
            409, "CONFLICT",
            422, "VALIDATION_ERROR",
            429, "RATE_LIMITED",
            500, "INTERNAL_ERROR");

    private static final Map<String, String> MESSAGES = Map.of(
            "BAD_REQUEST", "Bad request",
            "UNAUTHORIZED", "Invalid or missing API key",
            "FORBIDDEN", "The key may not do this",
            "NOT_FOUND", "Not found",
            "CONFLICT", "Only a failed capture can be retried",
            "VALIDATION_ERROR", "Validation failed",
            "RATE_LIMITED", "Rate limit exceeded",
            "INTERNAL_ERROR", "Internal server error");

    @Override
    public Answer of(Step step, int status) {
        String code = step.code() == null ? CODES.getOrDefault(status, "INTERNAL_ERROR") : step.code();
        String message = step.message() == null ? MESSAGES.getOrDefault(code, code) : step.message();
        return envelope(status, code, message, step.details());
    }

    Answer of(int status) {
        String code = CODES.getOrDefault(status, "INTERNAL_ERROR");
        return envelope(status, code, MESSAGES.getOrDefault(code, code), null);
    }

    Answer invalidId(String id) {
        ObjectNode detail = Json.object()
                .put("field", "capture_id")
                .put("message", "\"" + id + "\" is not 22 characters of the id alphabet");
        return envelope(
                422,
                "VALIDATION_ERROR",
                "Validation failed",
                Json.MAPPER.createArrayNode().add(detail));
    }

    private static Answer envelope(int status, String code, String message, @Nullable JsonNode details) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error")
                .put("code", code)
                .put("message", message)
                .put("status", status);
        if (details != null) {
            error.set("details", details);
        }
        return Answer.json(status, body);
    }
}
