package io.shelftally.calls.quota;

import io.shelftally.calls.answers.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the numbers of rate-limit headers, which may be absent, huge or junk. */
final class RateNumbers {

    private static final Pattern LEADING_NUMBER = Pattern.compile("\\s*([0-9]{1,15})\\s*(?:[;,].*)?");
    private static final Duration LONGEST_RESET = Duration.ofDays(31);

    private RateNumbers() {}

    /** The number that a text begins with, if nothing but parameters follows. */
    static Optional<Long> number(String text) {
        Matcher number = LEADING_NUMBER.matcher(text);
        return number.matches() ? Optional.of(Long.valueOf(number.group(1))) : Optional.empty();
    }

    /** The number of {@code RateLimit-<name>}, else of its older form {@code X-RateLimit-<name>}. */
    static Optional<Long> count(Reply reply, String name) {
        return header(reply, "RateLimit-" + name).or(() -> header(reply, "X-RateLimit-" + name));
    }

    /** The time until the window begins anew: seconds from now, or in the older form a Unix time. */
    static Optional<Duration> reset(Reply reply) {
        return header(reply, "RateLimit-Reset")
                .map(Duration::ofSeconds)
                .or(() -> header(reply, "X-RateLimit-Reset").map(time -> until(time, reply)))
                .filter(reset -> reset.compareTo(LONGEST_RESET) <= 0);
    }

    private static Duration until(long unixTime, Reply reply) {
        Duration time = Duration.between(reply.vendorTime(), Instant.ofEpochSecond(unixTime));
        return time.isNegative() ? Duration.ZERO : time;
    }

    private static Optional<Long> header(Reply reply, String name) {
        return reply.header(name).flatMap(RateNumbers::number);
    }
}
