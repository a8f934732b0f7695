package io.shelftally.proof.sandbox.endpoints;

import java.time.Duration;

/**
 * How long answers take; which of them take long depends on their subject alone.
 *
 * @param usual before each answer
 * @param tailPercent the share of subjects that take {@code tail} instead
 */
public record Latency(Duration usual, int tailPercent, Duration tail) {

    public static final Latency NONE = new Latency(Duration.ZERO, 0, Duration.ZERO);

    public Latency {
        if (usual.isNegative() || tail.isNegative()) {
            throw new IllegalArgumentException("a latency must be 0 or more");
        }
        if (tailPercent < 0 || tailPercent > 100) {
            throw new IllegalArgumentException("the tail is a percentage, not " + tailPercent);
        }
    }

    /** For a call about this subject, such as the path and the first id. */
    Duration of(String subject) {
        int spread = subject.hashCode() * 0x9E3779B1;
        return Math.floorMod(spread ^ (spread >>> 15), 100) < tailPercent ? tail : usual;
    }
}
