package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The CPU of a step of a night.
 *
 * @param job of the night's own process; empty where the system does not tell
 * @param server of the database's server, meanwhile; empty likewise, and where there is none
 */
record StepCpu(Optional<Duration> job, Optional<Duration> server) {

    /** Of both, by the million rows. */
    Optional<Duration> ofAMillion(long rows) {
        return Stream.of(job, server)
                .flatMap(Optional::stream)
                .reduce(Duration::plus)
                .filter(cpu -> rows > 0)
                .map(cpu -> Duration.ofNanos(Math.round(cpu.toNanos() * 1e6 / rows)));
    }
}
