package io.shelftally.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One kind of items of a step as the progress shows it, such as {@code captures 340/1200, 5.0/s, 2:52 left}. */
final class ShownItems {

    /** How much is told, from all to what matters most. */
    enum Detail {
        ALL,
        WITHOUT_IN_FLIGHT,
        WITHOUT_RATE,
        COUNTS
    }

    private final String name;
    private final Pacer pacer = new Pacer();
    private long done;
    private long total;
    private boolean isLane;
    private OptionalInt inFlight = OptionalInt.empty();
    private OptionalInt window = OptionalInt.empty();
    private OptionalLong quotaLeft = OptionalLong.empty();
    private Duration waiting = Duration.ZERO;

    ShownItems(String name) {
        this.name = name;
    }

    void saw(Instant now, long doneNow, long totalNow) {
        done = doneNow;
        total = totalNow;
        pacer.saw(now, doneNow);
    }

    void calls(OptionalInt inFlightNow, OptionalInt windowNow, OptionalLong quotaLeftNow, Duration rest) {
        isLane = true;
        inFlight = inFlightNow;
        window = windowNow;
        quotaLeft = quotaLeftNow;
        waiting = rest;
    }

    String text(Instant now, Detail detail) {
        StringBuilder text = new StringBuilder(name).append(' ').append(done);
        if (total > 0 || isLane) {
            text.append('/').append(total);
        }
        if (detail == Detail.COUNTS) {
            return text.toString();
        }
        OptionalDouble rate = isDone() ? OptionalDouble.empty() : pacer.perSecond(now, done);
        if (rate.isPresent() && detail != Detail.WITHOUT_RATE) {
            text.append(", ").append(rate(rate.getAsDouble()));
        }
        if (detail == Detail.ALL) {
            text.append(inFlight());
        }
        rate.stream()
                .mapToObj(this::left)
                .flatMap(Optional::stream)
                .forEach(time -> text.append(", ").append(Spans.text(time)).append(" left"));
        quotaLeft.ifPresent(left -> text.append(", quota ").append(left));
        return text.toString();
    }

    /** Who makes the calls tells how many there are; others know at most how many there may be. */
    private String inFlight() {
        if (inFlight.isEmpty()) {
            return window.isEmpty() || isDone() ? "" : ", up to " + window.getAsInt() + " in flight";
        }
        String most = window.isEmpty() ? "" : " of " + window.getAsInt();
        return ", " + inFlight.getAsInt() + most + " in flight";
    }

    private boolean isDone() {
        return total > 0 && done >= total;
    }

    /** By the rate, but not beyond the end of the waiting time; empty if there is nothing to tell it by. */
    private Optional<Duration> left(double rate) {
        long open = total - done;
        if (total == 0) {
            return Optional.empty();
        }
        Optional<Duration> byRate =
                rate > 0 ? Optional.of(Duration.ofSeconds((long) Math.ceil(open / rate))) : Optional.empty();
        return waiting.isZero()
                        || byRate.filter(time -> time.compareTo(waiting) <= 0).isPresent()
                ? byRate
                : Optional.of(waiting);
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 10 ? "%.1f/s" : "%.0f/s", perSecond);
    }
}
