package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.util.Optional;

/**
 * A night by a manager and workers.
 *
 * @param night as the manager tells it
 * @param workersCpu of all of them, from the start of the manager to its end; empty where the system does not tell
 */
record Team(int workers, Night night, Optional<Duration> workersCpu) {}
