package io.shelftally.calls.answers;

import java.time.Duration;
import java.time.Instant;

/**
 * A call without a usable answer.
 *
 * @param reason CONNECT, TIMEOUT, BROKEN_BODY or TOO_LARGE
 * @param detail what was met, in a word or two such as {@code refused}; never a header's value or a body
 */
public record NoReply(Reason reason, String detail, Instant at, Duration took, String host) implements Answer {

    /** A silence of which nobody asks how long it took, nor whose it is. */
    public NoReply(Reason reason, String detail, Instant at) {
        this(reason, detail, at, Duration.ZERO, "");
    }
}
