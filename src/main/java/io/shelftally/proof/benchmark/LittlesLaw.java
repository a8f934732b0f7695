package io.shelftally.proof.benchmark;

import java.time.Duration;

/** Little's law: calls in flight = calls a second x seconds a call, whatever the distribution of the latencies. */
final class LittlesLaw {

    private LittlesLaw() {}

    /** The most calls a second; infinite if a call takes no time. */
    static double callsPerSecond(double inFlight, Duration meanLatency) {
        return inFlight / seconds(meanLatency);
    }

    static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
