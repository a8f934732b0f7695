package io.shelftally.job.alerts;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The rules that a published night is measured by; each is off until it is set.
 *
 * @param scansAnswered below this share of the scans asked about, 0 to 1
 * @param capturesAnswered below this share of the captures attempted, 0 to 1
 * @param oosDisputed above this share of the out-of-stocks that were reported, 0 to 1
 * @param quarantined above this share of the rows of both lists, 0 to 1
 * @param confirmedFall more than so many points, 0 to 100, below the median of the last nights
 * @param breaksGrowth more than so many times the median of the last nights
 */
@ConfigurationProperties("shelftally.alert")
public record AlertSettings(
        @Nullable Limits scansAnswered,
        @Nullable Limits capturesAnswered,
        @Nullable Limits oosDisputed,
        @Nullable Limits quarantined,
        @Nullable Limits confirmedFall,
        @Nullable Limits breaksGrowth) {

    static Limits given(@Nullable Limits limits) {
        return Objects.requireNonNullElse(limits, Limits.OFF);
    }

    /** Whether there is nothing to judge. */
    boolean areOff() {
        return Stream.of(scansAnswered, capturesAnswered, oosDisputed, quarantined, confirmedFall, breaksGrowth)
                .allMatch(limits -> given(limits).isOff());
    }
}
