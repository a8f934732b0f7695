package io.shelftally.proof.benchmark;

import java.time.Duration;

/** A measured run of a plain chunk step. */
record PlainRun(Kind kind, int scans, Duration time) {

    /**
     * How the step is built.
     *
     * @param threads of the task executor; 1 is a step without one
     */
    record Kind(int chunk, int threads) {

        @Override
        public String toString() {
            return threads == 1 ? "synchronous, chunks of " + chunk : threads + " threads, chunks of " + chunk;
        }

        boolean isConcurrent() {
            return threads > 1;
        }
    }

    double itemsPerSecond() {
        return scans / LittlesLaw.seconds(time);
    }
}
