package io.shelftally.quota;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * The time of a ledger in milliseconds, which never runs back, and never ahead of the real time that passed.
 *
 * <ol>
 *   <li>While a process lives it counts the time by {@link System#nanoTime}: no step of the clock moves it.
 *   <li>A process that joins must ask its clock how long ago the last visit was, and believes it but for
 *       {@value #DOUBT_MILLIS} ms, by which the clocks of two hosts may differ. A clock that is set forward by more
 *       between the last visit and the joining is believed: there is nothing to tell it by.
 *   <li>The time of the last visit by any process is the least.
 * </ol>
 */
final class LedgerTime {

    private static final long DOUBT_MILLIS = 5000;
    private static final long NANOS = 1_000_000;

    private final Clock clock;
    private final LongSupplier nanoTime;
    private boolean joined;
    private long startMillis;
    private long startNanos;

    LedgerTime(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** The clock's time, for the next process that joins. */
    long wall() {
        return clock.millis();
    }

    long nanos() {
        return nanoTime.getAsLong();
    }

    /** The ledger's time now; the row was read after its lock was had. */
    long now(LedgerRow row) {
        long nanos = nanos();
        if (!joined) {
            join(row, nanos);
        }
        long now = startMillis + (nanos - startNanos) / NANOS;
        if (row.seenMillis() > now) {
            startMillis = row.seenMillis();
            startNanos = nanos;
            return startMillis;
        }
        return now;
    }

    /** The ledger's time at an earlier moment of this process, later rather than too early. */
    long at(long nanos, long now) {
        return now - (nanos() - nanos) / NANOS;
    }

    private void join(LedgerRow row, long nanos) {
        startMillis = row.seenMillis() + Math.max(0, clock.millis() - row.wallMillis() - DOUBT_MILLIS);
        startNanos = nanos;
        joined = true;
        System.out.println("JOIN row=" + row + " wall=" + clock.millis() + " start=" + startMillis);
    }
}
