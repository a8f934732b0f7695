package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * What a call gets.
 *
 * @param body made once
 * @param ids of the captures or scans that the call named, for the journal
 * @param shown the status of the capture that the body shows, for the journal; empty if it shows none
 */
record Answer(
        int status,
        Supplier<byte[]> body,
        String contentType,
        Map<String, String> headers,
        Delivery delivery,
        List<String> ids,
        String shown) {

    /** How much of an answer arrives. */
    enum Fate {
        WHOLE,
        CUT,
        DROP,
        HANG
    }

    /** When and how an answer leaves. */
    record Delivery(Duration delay, Fate fate) {

        static final Delivery PLAIN = new Delivery(Duration.ZERO, Fate.WHOLE);
    }

    static Answer json(int status, String body) {
        return json(status, () -> body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer json(int status, Supplier<byte[]> body) {
        return new Answer(status, body, "application/json", Map.of(), Delivery.PLAIN, List.of(), "");
    }

    static Answer json(int status, JsonNode body) {
        return json(status, Json.text(body));
    }

    /** Over those that it has. */
    Answer withHeaders(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(more);
        return new Answer(status, body, contentType, all, delivery, ids, shown);
    }

    /** Under those that it has. */
    Answer withDefaultHeaders(Map<String, String> more) {
        return new Answer(status, body, contentType, more, delivery, ids, shown).withHeaders(headers);
    }

    Answer withBody(byte[] bytes) {
        return new Answer(status, () -> bytes, contentType, headers, delivery, ids, shown);
    }

    Answer withContentType(String type) {
        return new Answer(status, body, type, headers, delivery, ids, shown);
    }

    Answer withDelivery(Delivery newDelivery) {
        return new Answer(status, body, contentType, headers, newDelivery, ids, shown);
    }

    Answer withShown(String status) {
        return new Answer(this.status, body, contentType, headers, delivery, ids, status);
    }

    Answer withIds(List<String> newIds) {
        return new Answer(status, body, contentType, headers, delivery, newIds, shown);
    }
}
