package io.shelftally.proof.sandbox.world;

import io.shelftally.proof.sandbox.world.Habits.ErrorShape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What happens to one call, or to several in a row. A step that says neither how to answer nor to stay silent lets the
 * ordinary answer pass, changed by what the step does say; only a call that passes whole counts as a successful read.
 *
 * @param note for the reader of the file
 * @param times the calls in a row that it holds for; 1 by default
 * @param status of the answer; without a body, the vendor's own error body for it follows
 * @param code of Closient's error envelope, where it is not the one of the status
 * @param message of the vendor's error body
 * @param details of Closient's error envelope
 * @param shape of Closient's error, where it is not that of the world
 * @param retryAfterSeconds a field of Closient's error of the shape PROBLEM
 * @param body a body in JSON
 * @param text a body as it is, valid JSON or not
 * @param notNumbers names of fields whose numbers, in the ordinary answer, become NaN
 * @param contentType instead of {@code application/json}
 * @param headers further ones; they replace ordinary ones of the same name
 * @param retryAfter the header: seconds, {@code date+SECONDS} for an HTTP date so far from now, or any other text
 * @param delayMs the wait before the answer, in milliseconds
 * @param hang keeps the client waiting until it goes
 * @param drop cuts the connection without an answer
 * @param cut announces the whole body, sends half of it and cuts the connection
 * @param applied in a retry: whether the capture is retried; by default only if the ordinary answer passes
 */
public record Step(
        @Nullable String note,
        Times times,
        @Nullable Integer status,
        @Nullable String code,
        @Nullable String message,
        @Nullable JsonNode details,
        @Nullable ErrorShape shape,
        @Nullable JsonNode retryAfterSeconds,
        @Nullable JsonNode body,
        @Nullable String text,
        List<String> notNumbers,
        @Nullable String contentType,
        Map<String, String> headers,
        @Nullable String retryAfter,
        long delayMs,
        boolean hang,
        boolean drop,
        boolean cut,
        @Nullable Boolean applied) {

    public Step {
        times = times == null ? Times.ONCE : times;
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        notNumbers = notNumbers == null ? List.of() : List.copyOf(notNumbers);
        boolean error =
                Stream.of(code, message, details, shape, retryAfterSeconds).anyMatch(Objects::nonNull);
        if (Stream.of(error, body != null, text != null, hang, drop)
                        .filter(Boolean::booleanValue)
                        .count()
                > 1) {
            throw new IllegalArgumentException(
                    "a step has one of an error (code, message, details, shape, retryAfterSeconds), body, text, hang and drop");
        }
        if (error && status == null) {
            throw new IllegalArgumentException(
                    "a step with code, message, details, shape or retryAfterSeconds needs a status");
        }
        if (status != null && (status < 200 || status > 599)) {
            throw new IllegalArgumentException("status must be 200 to 599, not " + status);
        }
        if (status != null && (hang || drop)) {
            throw new IllegalArgumentException("a step that hangs or drops has no status");
        }
        if (delayMs < 0) {
            throw new IllegalArgumentException("delayMs must be 0 or more, not " + delayMs);
        }
    }

    /** Whether the ordinary answer is given, changed or not. */
    public boolean passes() {
        return status == null && body == null && text == null && isAnswered();
    }

    /** Whether anything is sent at all. */
    public boolean isAnswered() {
        return !hang && !drop;
    }

    /** Whether the call counts as a successful read of the state. */
    public boolean isRead() {
        return passes() && !cut;
    }

    /** Whether a retry that meets this step takes effect. */
    public boolean isApplied() {
        return applied == null ? passes() : applied;
    }
}
