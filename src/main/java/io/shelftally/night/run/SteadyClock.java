package io.shelftally.night.run;

import io.shelftally.base.clock.HostClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The wall clock as it was when this clock was made, moved on by the steady clock: it never runs backwards. */
public final class SteadyClock extends Clock {

    private final Instant start;
    private final long startNanos;
    private final ZoneId zone;

    public SteadyClock(ZoneId zone) {
        this(HostClock.system().instant(), System.nanoTime(), zone);
    }

    private SteadyClock(Instant start, long startNanos, ZoneId zone) {
        this.start = start;
        this.startNanos = startNanos;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SteadyClock(start, startNanos, other);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
