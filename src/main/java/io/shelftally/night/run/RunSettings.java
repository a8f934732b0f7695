package io.shelftally.night.run;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long the lease of a silent run lasts (docs/adr/0009-lease.md).
 *
 * @param lease 60 s; from 1 s to 1 h
 */
@Validated
@ConfigurationProperties("shelftally.run")
public record RunSettings(@NotNull Duration lease) {

    private static final int PARTS = 40;

    public RunSettings {
        if (lease.compareTo(Duration.ofSeconds(1)) < 0 || lease.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("shelftally.run.lease must be from 1s to 1h, not " + lease);
        }
    }

    /** From one beat to the next. */
    Duration beat() {
        return parts(2);
    }

    /** How long after the start of a beat vendors may be called. */
    Duration trust() {
        return parts(4);
    }

    /** How long a waiting start must itself have seen no beat before it takes over; longer than {@link #trust()}. */
    Duration watch() {
        return parts(6);
    }

    /** From one look of a waiting start to the next. */
    Duration look() {
        Duration look = parts(1);
        return look.compareTo(Duration.ofMillis(250)) < 0 ? look : Duration.ofMillis(250);
    }

    private Duration parts(int parts) {
        return lease.multipliedBy(parts).dividedBy(PARTS);
    }
}
