package io.shelftally.proof.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Counts what reaches the sandbox from a moment on.
 *
 * @param before answers until then
 * @param mark the place in the journal
 * @param cpuBefore of the sandbox until then; empty where the system does not tell
 */
record VendorCount(SandboxProcess sandbox, Map<String, Long> before, long mark, Optional<Duration> cpuBefore) {

    VendorFigures figures() throws IOException, InterruptedException {
        Map<String, Long> calls = new TreeMap<>(sandbox.answers());
        before.forEach((answer, number) -> calls.merge(answer, -number, Long::sum));
        calls.values().removeIf(number -> number == 0);
        JsonNode latency = sandbox.latency();
        JsonNode taken = latency.path("taken_micros");
        long number = Math.max(1, latency.path("calls").asLong());
        return new VendorFigures(
                calls,
                Duration.ofMillis(latency.path("millis").asLong()).dividedBy(number),
                micros(taken, "mean"),
                micros(taken, "p50"),
                micros(taken, "p99"),
                micros(taken, "max"));
    }

    Instant firstCall() throws IOException {
        return sandbox.firstCallAfter(mark);
    }

    /** Of the sandbox, since then. */
    Optional<Duration> cpu() {
        return sandbox.cpu().flatMap(now -> cpuBefore.map(now::minus));
    }

    private static Duration micros(JsonNode taken, String name) {
        return Duration.of(taken.path(name).asLong(), ChronoUnit.MICROS);
    }
}
