package io.shelftally.proof.benchmark;

import java.time.Duration;

/** A measured run of the plain client. */
record ClientRun(int inFlight, int scans, int calls, Duration time) {

    double itemsPerSecond() {
        return scans / LittlesLaw.seconds(time);
    }
}
