package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What processes had used at moments of their lives; between two moments, as if evenly. */
final class CpuTrace {

    private final NavigableMap<LocalDateTime, Duration> seen = new TreeMap<>();

    void saw(LocalDateTime moment, Optional<Duration> used) {
        used.ifPresent(cpu -> seen.put(moment, cpu));
    }

    /** Empty where nothing was seen. */
    Optional<Duration> between(LocalDateTime from, LocalDateTime to) {
        return seen.isEmpty() ? Optional.empty() : Optional.of(at(to).minus(at(from)));
    }

    /** Before the first moment as then, after the last one likewise. */
    private Duration at(LocalDateTime moment) {
        Map.Entry<LocalDateTime, Duration> before = seen.floorEntry(moment);
        Map.Entry<LocalDateTime, Duration> after = seen.ceilingEntry(moment);
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
