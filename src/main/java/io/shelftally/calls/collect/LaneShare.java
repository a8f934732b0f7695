package io.shelftally.calls.collect;

import io.shelftally.calls.answers.Circuit;
import io.shelftally.calls.hedging.Hedging;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * What all collections of a lane in one process share beside the vendor's window: what is known of late calls, and whether the
 * vendor is in trouble. For any number of threads.
 */
public final class LaneShare {

    private final Hedging hedging;
    private final Clock clock;
    private final Circuit circuit;
    private Instant lastAnswer;

    public LaneShare(Hedging hedging, Clock clock) {
        this.hedging = hedging;
        this.clock = clock;
        this.circuit = new Circuit(clock);
        this.lastAnswer = clock.instant();
    }

    Hedging hedging() {
        return hedging;
    }

    synchronized void failed(String subject) {
        circuit.failed(subject);
    }

    synchronized void succeeded() {
        circuit.succeeded();
        lastAnswer = clock.instant();
    }

    /** When the next call may be made; empty while the vendor is in no trouble. */
    synchronized Optional<Instant> nextTry() {
        return circuit.nextTry();
    }

    /** As the circuit says. */
    synchronized boolean letThrough() {
        return circuit.letThrough();
    }

    /** When the vendor last answered, at the earliest when this was made. */
    synchronized Instant lastAnswer() {
        return lastAnswer;
    }
}
