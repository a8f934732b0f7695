package io.shelftally.calls.collect;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The pause before an unsettled item is asked about again, doubling.
 *
 * @param first 2 s (exports contract, section 4)
 * @param longest 60 s (same)
 */
@Validated
@ConfigurationProperties("shelftally.poll")
public record PollSettings(@NotNull Duration first, @NotNull Duration longest) {

    public PollSettings {
        requirePositive("first", first);
        requirePositive("longest", longest);
    }

    private static void requirePositive(String name, Duration pause) {
        if (pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException("shelftally.poll." + name + " must be more than zero, not " + pause);
        }
    }
}
