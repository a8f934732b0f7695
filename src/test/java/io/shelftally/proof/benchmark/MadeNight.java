package io.shelftally.proof.benchmark;

import io.shelftally.proof.benchmark.Vendor.TailBy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A night that nobody has run: 20,000 scans by default, 32 calls in flight, 40 ms a call. */
record MadeNight(Load load, Map<String, Duration> steps, Map<String, Long> calls, Duration cpu) {

    static final MadeNight DEFAULT = new MadeNight(
            new Load(
                    20_000,
                    100,
                    0,
                    InFlight.of(32),
                    new Vendor(new Latencies(Duration.ofMillis(20), 1, Duration.ofSeconds(2)), TailBy.SCAN, 0),
                    "512m",
                    Databases.Kind.H2),
            Map.of(),
            Map.of(),
            Duration.ofSeconds(50));

    MadeNight scans(int number) {
        return new MadeNight(load.withScans(number), steps, calls, cpu);
    }

    MadeNight load(Load other) {
        return new MadeNight(other, steps, calls, cpu);
    }

    MadeNight step(String name, double seconds) {
        Map<String, Duration> more = new LinkedHashMap<>(steps);
        more.put(name, Duration.ofMillis(Math.round(seconds * 1000)));
        return new MadeNight(load, more, calls, cpu);
    }

    MadeNight calls(Map<String, Long> made) {
        return new MadeNight(load, steps, made, cpu);
    }

    MadeNight cpu(int seconds) {
        return new MadeNight(load, steps, calls, Duration.ofSeconds(seconds));
    }

    Night night() {
        Duration mean = Duration.ofMillis(40);
        return new Night(
                load,
                steps.values().stream().reduce(Duration.ofSeconds(3), Duration::plus),
                Duration.ofSeconds(3),
                steps,
                Map.of(),
                calls,
                new VendorFigures(calls, mean, mean, mean, mean, mean),
                2_000_000,
                Optional.of(cpu),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0);
    }
}
