package io.shelftally.calls.quota;

import java.time.Duration;
import java.util.Optional;

/**
 * A span of time in which the vendor counts calls. Both are taken to slide: whether the vendor's day is a sliding or a
 * fixed one is not documented, and a sliding one is never fuller.
 */
enum Window {
    MINUTE(Duration.ofSeconds(60), Duration.ofMillis(250)),
    DAY(Duration.ofSeconds(86_400), Duration.ofSeconds(60));

    private final Duration length;
    private final long stepMillis;

    Window(Duration length, Duration step) {
        this.length = length;
        this.stepMillis = step.toMillis();
    }

    /** The window of so many seconds. */
    static Window of(int seconds) {
        return seconds == MINUTE.seconds() ? MINUTE : DAY;
    }

    Duration length() {
        return length;
    }

    int seconds() {
        return (int) length.toSeconds();
    }

    /** When a call that the vendor counted by the given time is surely out of the window, rounded up to a step. */
    long freesAt(long countedByMillis) {
        long earliest = countedByMillis + length.toMillis() + LedgerTime.MARGIN_MILLIS;
        return Math.floorDiv(earliest + stepMillis - 1, stepMillis) * stepMillis;
    }

    /** The limit that an answer names for this window. */
    Optional<Long> limitIn(RateLimits limits) {
        return limits.policies().stream()
                .filter(policy -> policy.seconds() == seconds())
                .map(RatePolicy::limit)
                .min(Long::compare);
    }

    /** The window that an answer's remaining calls are of: by the limit it names, else by the time it names. */
    static Window restrictive(RateLimits limits, QuotaSettings settings) {
        long limit = limits.limit().orElse(-1L);
        Optional<Long> seconds = limits.policies().stream()
                .filter(policy -> policy.limit() == limit)
                .map(RatePolicy::seconds)
                .findFirst();
        if (seconds.isEmpty() && limit == settings.perDay()) {
            return DAY;
        }
        if (seconds.isEmpty() && limit == settings.perMinute()) {
            return MINUTE;
        }
        long span = seconds.or(() -> limits.reset().map(Duration::toSeconds)).orElse(0L);
        return span <= MINUTE.seconds() ? MINUTE : DAY;
    }
}
