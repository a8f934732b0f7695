package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.util.Optional;

/**
 * Workers that wait while no run is at work.
 *
 * @param cpu of all of them in that time; empty where the system does not tell
 * @param serverCpu of the database in that time
 */
record Idle(int workers, Duration time, Optional<Duration> cpu, Optional<Duration> serverCpu) {

    /** Of a core, each. */
    Optional<Double> share() {
        return cpu.map(used -> LittlesLaw.seconds(used) / LittlesLaw.seconds(time) / workers);
    }
}
