package io.shelftally.calls.hedging;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The time after which a call of a kind is late, learned from the last thousand or two of its calls. Not thread-safe.
 *
 * <ol>
 *   <li>Late is what lies well beyond most: three times as far from the ninth tenth as that lies from the middle, and at least half
 *       as long again as the middle.
 *   <li>Where more calls are that late than may be made twice, the latest of them are chosen, unless they are of another kind
 *       altogether: two seconds where others take twenty milliseconds cannot be told apart beforehand.
 * </ol>
 */
final class Lateness {

    /** Calls that must be known before any can be called late. */
    static final int LEAST = 64;

    private static final int PERIOD = 1024;
    private static final int EVERY = 32;
    private static final int DIGITS = 2;
    private static final long LONGEST = TimeUnit.HOURS.toMicros(1);
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toMicros(1);
    private static final double OF_ANOTHER_KIND = 4;
    private static final double MARGIN = 0.75;

    private final double chosen;
    private final Histogram both = new Histogram(LONGEST, DIGITS);
    private Histogram recent = new Histogram(LONGEST, DIGITS);
    private Histogram before = new Histogram(LONGEST, DIGITS);
    private long late;

    /** @param share of the calls that may be made twice */
    Lateness(double share) {
        this.chosen = 100 * (1 - MARGIN * share);
    }

    /** A call took so many nanoseconds. */
    void saw(long nanos) {
        record(Math.max(0, Math.min(LONGEST, TimeUnit.NANOSECONDS.toMicros(nanos))));
    }

    /** A call was given up while it was late: how late it would have been, nobody knows. */
    void sawNoEnd() {
        record(LONGEST);
    }

    /** In nanoseconds; empty as long as too few calls are known. */
    OptionalLong nanos() {
        return late == 0 ? OptionalLong.empty() : OptionalLong.of(TimeUnit.MICROSECONDS.toNanos(late));
    }

    private void record(long micros) {
        recent.recordValue(micros);
        long known = recent.getTotalCount();
        if (known % EVERY == 0 && known + before.getTotalCount() >= LEAST) {
            late = late();
        }
        if (known == PERIOD) {
            Histogram oldest = before;
            before = recent;
            recent = oldest;
            recent.reset();
        }
    }

    private long late() {
        both.reset();
        both.add(before);
        both.add(recent);
        long middle = both.getValueAtPercentile(50);
        long most = both.getValueAtPercentile(90);
        long beyond = Math.max(most + 3 * (most - middle), middle + middle / 2);
        long latest = both.getValueAtPercentile(chosen);
        return Math.max(SHORTEST, latest < OF_ANOTHER_KIND * beyond ? Math.max(beyond, latest) : beyond);
    }
}
