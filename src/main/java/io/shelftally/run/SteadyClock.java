package io.shelftally.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The wall clock as it was at the start of the process, moved on by the steady clock: it never runs backwards. */
public final class SteadyClock extends Clock {

    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();
    private final ZoneId zone;

    public SteadyClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.offset(this, java.time.Duration.ZERO).withZone(other);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
