package io.shelftally.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock on the wall of a stage: it can be set. */
final class WallClock extends Clock {

    private static final Instant START = Instant.parse("2026-11-22T22:00:00Z");

    private final Stage stage;
    private Duration offset = Duration.ZERO;

    WallClock(Stage stage) {
        this.stage = stage;
    }

    void set(Duration step) {
        offset = offset.plus(step);
    }

    /** A clock that has been started now and is not moved when this one is set. */
    Clock steady() {
        WallClock steady = new WallClock(stage);
        steady.offset = offset;
        return steady;
    }

    @Override
    public Instant instant() {
        return START.plusNanos(stage.nanos()).plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
