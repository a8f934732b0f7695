package io.shelftally.job.workers;

import java.time.Duration;
import java.time.LocalDate;

/**
 * What a process did for a run in one go.
 *
 * @param slices 1 of the collection, 0 of a share
 * @param items that it settled
 * @param derived scans that it derived
 */
record RunSlice(
        LocalDate businessDate,
        long runId,
        String worker,
        String host,
        Duration took,
        int slices,
        long items,
        long derived) {}
