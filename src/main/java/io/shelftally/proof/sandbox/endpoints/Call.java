package io.shelftally.proof.sandbox.endpoints;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.shelftally.proof.sandbox.world.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request, read to its end.
 *
 * @param port from which it came
 */
record Call(String method, String path, Headers headers, String body, int port) {

    static Call read(HttpExchange exchange) throws IOException {
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRemoteAddress().getPort());
    }

    boolean hasHeader(String name, String value) {
        return value.equals(headers.getFirst(name));
    }

    /** The body as a JSON object; empty if it is none, or is not declared as JSON. */
    Optional<ObjectNode> json() {
        String type = headers.getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            return Optional.empty();
        }
        try {
            return Json.MAPPER.readTree(body) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
