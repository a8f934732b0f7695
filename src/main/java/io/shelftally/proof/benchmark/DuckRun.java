package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.util.Optional;

/**
 * A measured run of DuckDB.
 *
 * @param version of DuckDB
 * @param rows of its reconciled_items.csv
 * @param differing rows of that file and of the job's that are not in both
 * @param cpu used in that time; empty where the system does not tell
 * @param peakResident bytes; empty where the system does not tell
 */
record DuckRun(
        String version, Duration time, long rows, long differing, Optional<Duration> cpu, Optional<Long> peakResident) {

    double rowsPerSecond() {
        return rows / LittlesLaw.seconds(time);
    }
}
