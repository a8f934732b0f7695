package io.shelftally.base.clock;

import java.time.Clock;
import java.time.Duration;

/**
 * The clock of this host. It is wrong by {@code -Dshelftally.host-clock=15s}, or {@code -15s}, where the torture wants the
 * clocks of hosts to differ.
 */
public final class HostClock {

    static final String PROPERTY = "shelftally.host-clock";

    private static final Duration WRONG_BY = wrongBy(System.getProperty(PROPERTY, "0s"));

    private HostClock() {}

    /** In UTC. */
    public static Clock system() {
        return Clock.offset(Clock.systemUTC(), WRONG_BY);
    }

    static Duration wrongBy(String text) {
        return Duration.parse("PT" + text);
    }
}
