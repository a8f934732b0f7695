package io.shelftally.calls.answers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often a failed call is made again; the defaults stand in application.properties.
 *
 * @param attempts the most times that a call is made, the first one included; 4 by default
 * @param first the longest pause after the first failure; 500 ms by default
 * @param longest the longest pause of all, unless the vendor names another; 30 s by default
 */
@ConfigurationProperties("shelftally.retry")
public record RetrySettings(int attempts, Duration first, Duration longest) {

    public RetrySettings {
        if (attempts < 1) {
            throw new IllegalArgumentException("shelftally.retry.attempts must be 1 or more, not " + attempts);
        }
        if (first.isNegative()) {
            throw new IllegalArgumentException("shelftally.retry.first must not be negative, not " + first);
        }
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "shelftally.retry.longest must be at least shelftally.retry.first (" + first + "), not " + longest);
        }
    }
}
