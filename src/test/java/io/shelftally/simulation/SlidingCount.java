package io.shelftally.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The calls in a window that slides, as the vendor counts them. */
final class SlidingCount {

    private final long limit;
    private final Duration length;
    private final Deque<Long> calls = new ArrayDeque<>();
    private int fullest;

    /** @param limit the most calls; 0 is no limit */
    SlidingCount(long limit, Duration length) {
        this.limit = limit;
        this.length = length;
    }

    void count(long now) {
        forget(now);
        calls.addLast(now);
        fullest = Math.max(fullest, calls.size());
    }

    long limit() {
        return limit;
    }

    Duration length() {
        return length;
    }

    /** The most calls that it ever held. */
    int fullest() {
        return fullest;
    }

    boolean wasTooFull() {
        return limit > 0 && fullest > limit;
    }

    boolean isTooFull() {
        return limit > 0 && calls.size() > limit;
    }

    long remaining() {
        return limit == 0 ? Long.MAX_VALUE : Math.max(0, limit - calls.size());
    }

    /** The whole seconds until the oldest call leaves it. */
    long resetSeconds(long now) {
        long oldest = calls.isEmpty() ? now : calls.getFirst();
        return (oldest + length.toNanos() - now + 999_999_999L) / 1_000_000_000L;
    }

    private void forget(long now) {
        while (!calls.isEmpty() && calls.getFirst() <= now - length.toNanos()) {
            calls.removeFirst();
        }
    }
}
