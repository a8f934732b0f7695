package io.shelftally.proof.benchmark;

import java.time.Duration;

/**
 * How long the vendors take, as stated: most calls the usual time, the tail another.
 *
 * @param tailPercent the share of calls that take {@code tail}, in percent
 */
record Latencies(Duration usual, int tailPercent, Duration tail) {

    Latencies {
        if (usual.isNegative() || tail.isNegative() || tailPercent < 0 || tailPercent > 100) {
            throw new IllegalArgumentException("a latency is 0 or more, the tail 0 to 100 percent");
        }
    }

    Duration mean() {
        return usual.multipliedBy(100 - tailPercent)
                .plus(tail.multipliedBy(tailPercent))
                .dividedBy(100);
    }

    boolean hasTail() {
        return tailPercent > 0;
    }

    @Override
    public String toString() {
        return usual.toMillis() + " ms" + (hasTail() ? ", " + tailPercent + " % of " + tail.toMillis() + " ms" : "");
    }
}
