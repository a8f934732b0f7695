package io.shelftally.captures;

import io.shelftally.vendor.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Closient's error answer says; null is absent. */
public record ErrorEnvelope(@Nullable String code, @Nullable String message) {

    /** Reads stored evidence; an answer of another form says nothing. */
    public static ErrorEnvelope read(byte[] body) {
        return Json.object(body).map(root -> of(root.path("error"))).orElseGet(() -> new ErrorEnvelope(null, null));
    }

    private static ErrorEnvelope of(JsonNode error) {
        return new ErrorEnvelope(Json.text(error, "code"), Json.text(error, "message"));
    }
}
