package io.shelftally.calls.answers;

import java.time.Duration;
import java.time.Instant;

/**
 * A call without a usable answer.
 *
 * @param reason CONNECT, TIMEOUT, BROKEN_BODY or TOO_LARGE
 * @param detail for the log: what was met, never a header's value or a body
 */
public record NoReply(Reason reason, String detail, Instant at, Duration took) implements Answer {

    /** A silence of which nobody asks how long it took. */
    public NoReply(Reason reason, String detail, Instant at) {
        this(reason, detail, at, Duration.ZERO);
    }
}
