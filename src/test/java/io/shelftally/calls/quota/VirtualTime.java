package io.shelftally.calls.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** Time that passes when it is told to; the clock may be set, as clocks are, and the time that passed is not moved by it. */
final class VirtualTime {

    private static final long START_MILLIS =
            Instant.parse("2026-11-06T02:00:00Z").toEpochMilli();

    private long nanos;
    private long clockOffsetMillis;

    long nanos() {
        return nanos;
    }

    void advanceTo(long newNanos) {
        nanos = Math.max(nanos, newNanos);
    }

    void advance(Duration time) {
        nanos += time.toNanos();
    }

    void setClockForward(Duration step) {
        clockOffsetMillis += step.toMillis();
    }

    /** The time as a process sees it that starts counting anywhere. */
    LedgerTime forProcess(long anyNanos) {
        return forProcess(anyNanos, 0, () -> 0);
    }

    /**
     * The same on a host whose counter is not quite right.
     *
     * @param fastPpm by how many millionths it is fast
     * @param lateMillis how late the clock's time comes, each time that it is asked
     */
    LedgerTime forProcess(long anyNanos, int fastPpm, LongSupplier lateMillis) {
        return new LedgerTime(clock(lateMillis), () -> anyNanos + nanos + nanos / 1_000_000 * fastPpm);
    }

    private Clock clock(LongSupplier lateMillis) {
        return new Clock() {
            @Override
            public Instant instant() {
                long now = START_MILLIS + nanos / 1_000_000 + clockOffsetMillis;
                return Instant.ofEpochMilli(now - lateMillis.getAsLong());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
