package io.shelftally.calls.quota;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * The time of a ledger in milliseconds, which never runs back, and never ahead of the time that really passed.
 *
 * <ol>
 *   <li>A process counts the time by {@link System#nanoTime}, so that no step of the clock lets it run ahead.
 *   <li>The clock, which is one for all processes ({@link LedgerClock}), tells it how long ago the last visit by any of them
 *       was: when it joins, and when another process has fallen behind, which happens when the clock was set back. Then it
 *       falls behind as far.
 *   <li>Two processes may so differ by {@value #MARGIN_MILLIS} ms, and calls count longer by as much. Setting the clock
 *       forward between the last visit and a joining is the one step that is believed: there is nothing to tell it by.
 * </ol>
 */
final class LedgerTime {

    /** How far the times of two processes may differ. */
    static final long MARGIN_MILLIS = 250;

    private static final long TOLERANCE_MILLIS = 100;
    private static final long NANOS = 1_000_000;

    private final Clock clock;
    private final LongSupplier nanoTime;
    private boolean joined;
    private long startMillis;
    private long startNanos;
    private long wallMillis;

    LedgerTime(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** The clock's time now, of a ledger that nobody has visited. */
    long firstWall() {
        return clock.millis();
    }

    /** The clock's time at the last {@link #now}, by which others tell how long ago that was. */
    long wall() {
        return wallMillis;
    }

    long nanos() {
        return nanoTime.getAsLong();
    }

    /** The ledger's time now; for a visit, of a row that was read after its lock was had. */
    long now(LedgerRow row) {
        wallMillis = clock.millis();
        long nanos = nanos();
        long byClock = row.seenMillis() + Math.max(0, wallMillis - row.wallMillis());
        long counted = startMillis + (nanos - startNanos) / NANOS;
        if (!joined || counted > byClock + TOLERANCE_MILLIS) {
            return startAt(byClock, nanos);
        }
        return counted < row.seenMillis() ? startAt(row.seenMillis(), nanos) : counted;
    }

    /** The ledger's time at an earlier moment of this process, later rather than too early. */
    long at(long nanos, long now) {
        return now - (nanos() - nanos) / NANOS;
    }

    private long startAt(long millis, long nanos) {
        joined = true;
        startMillis = millis;
        startNanos = nanos;
        return millis;
    }
}
