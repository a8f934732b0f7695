package io.shelftally.operations.telling;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What holds of all who are told.
 *
 * @param timeout how long the end of a run waits for them, 10 s; a command has as long
 */
@Validated
@ConfigurationProperties("shelftally.notify")
public record NotifySettings(@NotNull Duration timeout) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    public NotifySettings {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "shelftally.notify.timeout must be more than 0s and at most 5m, not " + timeout);
        }
    }
}
