package io.shelftally.night.scans;

import io.shelftally.calls.answers.Json;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The product lines that reports have held, read once and found again by their bytes: the scans of a night hold the same few
 * thousand again and again. For any thread.
 */
@Component
public final class KnownLines {

    /** With more it begins anew. */
    private static final long MOST_BYTES = 8 << 20;

    /** What is longer is read each time. */
    private static final int LONGEST = 4096;

    private final NamedProducts products = new NamedProducts();
    private final Map<Long, Known> lines = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    /** A line, and the JSON object that it was read from. */
    @SuppressWarnings("ArrayRecordComponent") // compared by what stands at a place, never as a record
    private record Known(byte[] json, ProductLine line) {

        boolean standsAt(byte[] body, int from) {
            int end = from + json.length;
            return end <= body.length && Arrays.equals(json, 0, json.length, body, from, end);
        }
    }

    /**
     * A line among the bytes of an answer.
     *
     * @param end the place behind it
     * @param isNew whether it was not known before
     */
    record Found(ProductLine line, int end, boolean isNew) {}

    /**
     * The line whose object begins at a place; null if no whole object does. An object that has the bytes of another up to its
     * end is the same, whatever stands behind it.
     *
     * @param text the body by its bytes, each a character
     */
    @Nullable
    Found at(byte[] body, String text, int from) {
        int close = text.indexOf('}', from);
        if (close < 0) {
            return null;
        }
        long key = key(body, from, close + 1);
        Known known = lines.get(key);
        return known != null && known.standsAt(body, from)
                ? new Found(known.line, from + known.json.length, false)
                : read(body, from, key);
    }

    /** A line of any form. */
    ProductLine read(JsonNode line) {
        return ProductLine.read(line, products);
    }

    /** Of most lines all bytes, of those that hold another object the first ones. */
    private static long key(byte[] body, int from, int to) {
        CRC32 sum = new CRC32();
        sum.update(body, from, to - from);
        return sum.getValue() << Integer.SIZE | (to - from);
    }

    private @Nullable Found read(byte[] body, int from, long key) {
        Optional<Json.Part> part = Json.part(body, from);
        if (part.isEmpty()) {
            return null;
        }
        int end = part.get().end();
        Found found = new Found(read(part.get().value()), end, true);
        if (end - from <= LONGEST) {
            keep(key, new Known(Arrays.copyOfRange(body, from, end), found.line));
        }
        return found;
    }

    private void keep(long key, Known known) {
        if (bytes.addAndGet(known.json.length) > MOST_BYTES) {
            lines.clear();
            bytes.set(known.json.length);
        }
        lines.put(key, known);
    }
}
