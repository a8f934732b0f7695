package io.shelftally.job.workers;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A run whose collection is shared.
 *
 * @param token of its lease
 * @param deadline when its waiting time is over, by the database's clock
 * @param maxRetries the counted retries of a capture
 */
record SharedRun(LocalDate businessDate, long token, long runId, Instant deadline, int maxRetries) {}
