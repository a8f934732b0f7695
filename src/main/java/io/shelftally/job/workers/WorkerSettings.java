package io.shelftally.job.workers;

import io.shelftally.job.connections.TaskSlots;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How a night is shared between machines (docs/adr/0019-workers.md).
 *
 * @param share {@code auto}; a run on PostgreSQL shares its work with workers as soon as one is there, {@code off} keeps it
 * @param slices 4; buckets or shares that one process works on at the same time, from 1 to 16
 */
@Validated
@ConfigurationProperties("shelftally.workers")
public record WorkerSettings(@NotNull Share share, int slices) implements TaskSlots {

    private static final int MOST_SLICES = 16;

    /** Whether a run shares its work. */
    public enum Share {
        AUTO,
        OFF
    }

    public WorkerSettings {
        if (slices < 1 || slices > MOST_SLICES) {
            throw new IllegalArgumentException(
                    "shelftally.workers.slices must be from 1 to " + MOST_SLICES + ", not " + slices);
        }
    }
}
