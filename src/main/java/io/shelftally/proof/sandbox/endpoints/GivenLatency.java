package io.shelftally.proof.sandbox.endpoints;

import io.shelftally.proof.sandbox.world.Json;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** The latency that calls were given so far, so that a client can tell what of its time was waiting. */
final class GivenLatency {

    private final LongAdder calls = new LongAdder();
    private final LongAdder millis = new LongAdder();

    void add(Duration latency) {
        calls.increment();
        millis.add(latency.toMillis());
    }

    Answer answer() {
        return Answer.json(200, Json.object().put("calls", calls.sum()).put("millis", millis.sum()));
    }
}
