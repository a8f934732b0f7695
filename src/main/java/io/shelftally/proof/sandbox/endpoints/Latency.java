package io.shelftally.proof.sandbox.endpoints;

import java.time.Duration;

/**
 * How long the vendors work on an answer, and how many of their calls they work on at once.
 *
 * @param usual for each answer
 * @param tailPercent the share, in percent, that takes {@code tail} instead
 * @param tailBy of what that is the share
 * @param workers of each vendor; a call that finds none free waits in line. 0: as many as there are calls
 */
public record Latency(Duration usual, int tailPercent, Duration tail, TailBy tailBy, int workers) {

    public static final Latency NONE = of(Duration.ZERO, 0, Duration.ZERO);

    /** What makes a call slow. */
    public enum TailBy {
        /** Chance: the next call about the same item is drawn anew. */
        CALL,
        /** Its scan or capture: every call about it is as slow. */
        SCAN
    }

    public Latency {
        if (usual.isNegative() || tail.isNegative()) {
            throw new IllegalArgumentException("a latency must be 0 or more");
        }
        if (tailPercent < 0 || tailPercent > 100) {
            throw new IllegalArgumentException("the tail is a percentage, not " + tailPercent);
        }
        if (workers < 0) {
            throw new IllegalArgumentException("workers must be 0 or more, not " + workers);
        }
    }

    /** Without a bound, with a tail by the item. */
    public static Latency of(Duration usual, int tailPercent, Duration tail) {
        return new Latency(usual, tailPercent, tail, TailBy.SCAN, 0);
    }

    /**
     * Of a call, always the same one. The first call about a subject is as slow by chance as it is by its item.
     *
     * @param subject such as the path and the first id
     * @param number of the call among those about the subject, from 1
     */
    Duration of(String subject, int number) {
        String drawn = number == 1 || tailBy == TailBy.SCAN ? subject : subject + '#' + number;
        int spread = drawn.hashCode() * 0x9E3779B1;
        return Math.floorMod(spread ^ (spread >>> 15), 100) < tailPercent ? tail : usual;
    }
}
