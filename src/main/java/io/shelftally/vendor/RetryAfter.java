package io.shelftally.vendor;

import java.time.Duration;
import java.util.Optional;

/** The Retry-After header: whole seconds or a date (RFC 9110, section 10.2.3); whatever it holds, nothing throws. */
public final class RetryAfter {

    /** The longest pause that is believed. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** The pause that the vendor asks for, from zero to {@link #LONGEST}; empty if it names none that can be read. */
    public static Optional<Duration> of(Answer answer) {
        return answer instanceof Reply reply
                ? reply.header("Retry-After").map(String::strip).flatMap(text -> read(text, reply))
                : Optional.empty();
    }

    private static Optional<Duration> read(String text, Reply reply) {
        if (text.matches("[0-9]+")) {
            return Optional.of(
                    text.length() > MOST_DIGITS ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(text))));
        }
        return HttpDate.read(text).map(date -> bounded(Duration.between(reply.vendorTime(), date)));
    }

    private static Duration bounded(Duration pause) {
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
