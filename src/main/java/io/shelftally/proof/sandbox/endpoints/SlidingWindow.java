package io.shelftally.proof.sandbox.endpoints;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** The calls of the last minute or day, each until it is exactly that old. */
final class SlidingWindow {

    private final int limit;
    private final long lengthMillis;
    private final Queue<Long> calls = new ArrayDeque<>();

    SlidingWindow(int limit, Duration length) {
        this.limit = limit;
        this.lengthMillis = length.toMillis();
    }

    int limit() {
        return limit;
    }

    void add(long nowMillis) {
        calls.add(nowMillis);
    }

    int remaining(long nowMillis) {
        for (Long oldest = calls.peek(); oldest != null && nowMillis - oldest >= lengthMillis; oldest = calls.peek()) {
            calls.remove();
        }
        return Math.max(0, limit - calls.size());
    }

    /** The seconds, rounded up, until the oldest call leaves the window; 0 if it is empty. */
    long resetSeconds(long nowMillis) {
        Long oldest = calls.peek();
        return oldest == null ? 0 : -Math.floorDiv(nowMillis - oldest - lengthMillis, 1000L);
    }

    String policy() {
        return limit + ";w=" + lengthMillis / 1000;
    }
}
