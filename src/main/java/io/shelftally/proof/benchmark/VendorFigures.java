package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.util.Map;

/**
 * What the vendors saw of a night.
 *
 * @param calls that reached them, by method, name and answer, such as {@code "POST reports-on-demand 200"}
 * @param work the mean time that they worked on a call
 * @param mean from the arrival of a call to its answer, waiting in line included; so are the next three
 * @param p50 half of the calls took at most this
 * @param p99 99 of 100 calls took at most this
 * @param max the longest
 */
record VendorFigures(Map<String, Long> calls, Duration work, Duration mean, Duration p50, Duration p99, Duration max) {

    long allCalls() {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many calls were with the vendors at once, on the average of that time: Little's law, read backwards. */
    double atOnce(Duration time) {
        return allCalls() * LittlesLaw.seconds(mean) / LittlesLaw.seconds(time);
    }
}
