package io.shelftally.calls.answers;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a failed call is made again: exponential back-off with full jitter, so that calls which
 * failed together do not come back together; a Retry-After wins.
 */
public final class RetryPauses {

    private static final int MOST_DOUBLINGS = 30;

    private final RetrySettings settings;
    private final RandomGenerator random;

    public RetryPauses(RetrySettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /** Whether a call that has failed so many times may be made once more. */
    public boolean allowAnother(int failures) {
        return failures < settings.attempts();
    }

    /**
     * The pause after a failure.
     *
     * @param failures how often the call has failed, 1 or more
     */
    public Duration after(int failures, Answer last) {
        return RetryAfter.of(last).orElseGet(() -> jittered(failures));
    }

    private Duration jittered(int failures) {
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        Duration ceiling = min(settings.first().multipliedBy(1L << doublings), settings.longest());
        return Duration.ofMillis(random.nextLong(ceiling.toMillis() + 1));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
