package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What processes had used at moments of their lives; between two moments, as if evenly. */
final class CpuTrace {

    private final NavigableMap<Instant, Duration> seen = new TreeMap<>();

    void saw(Instant moment, Optional<Duration> used) {
        used.ifPresent(cpu -> seen.put(moment, cpu));
    }

    /** Empty where nothing was seen. */
    Optional<Duration> between(Instant from, Instant to) {
        return seen.isEmpty() ? Optional.empty() : Optional.of(at(to).minus(at(from)));
    }

    /** Before the first moment as then, after the last one likewise. */
    private Duration at(Instant moment) {
        Map.Entry<Instant, Duration> before = seen.floorEntry(moment);
        Map.Entry<Instant, Duration> after = seen.ceilingEntry(moment);
        if (before == null || after == null) {
            return before == null ? seen.firstEntry().getValue() : before.getValue();
        }
        Duration gap = Duration.between(before.getKey(), after.getKey());
        if (gap.isZero()) {
            return before.getValue();
        }
        double share = (double) Duration.between(before.getKey(), moment).toNanos() / gap.toNanos();
        return before.getValue()
                .plusNanos(Math.round(
                        share * after.getValue().minus(before.getValue()).toNanos()));
    }
}
