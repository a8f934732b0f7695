package io.shelftally.proof.sandbox.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.night.run.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitTests {

    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T00:30:00Z"));

    @Test
    void theWindowWithTheFewestCallsLeftIsTold() {
        RateLimit limit = limit(3, 5);

        assertThat(limit.take().headers())
                .containsEntry("RateLimit-Policy", "3;w=60, 5;w=86400")
                .containsEntry("RateLimit-Limit", "3")
                .containsEntry("RateLimit-Remaining", "2")
                .containsEntry("RateLimit-Reset", "60")
                .doesNotContainKey("Retry-After");
    }

    @Test
    void aSpentMinuteIsRefusedUntilItsOldestCallLeavesTheWindow() {
        RateLimit limit = limit(2, 0);
        limit.take();
        clock.advance(Duration.ofSeconds(20));
        limit.take();
        clock.advance(Duration.ofMillis(500));

        RateLimit.Decision refused = limit.take();

        assertThat(refused.allowed()).isFalse();
        assertThat(refused.headers()).containsEntry("RateLimit-Remaining", "0").containsEntry("Retry-After", "40");
        clock.advance(Duration.ofMillis(39_499));
        assertThat(limit.take().allowed()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(limit.take().allowed()).isTrue();
        assertThat(limit.take().allowed()).isFalse();
    }

    @Test
    void aSpentDaySpeaksBeforeASpentMinute() {
        RateLimit limit = limit(2, 2);
        limit.take();
        limit.take();

        assertThat(limit.take().headers())
                .containsEntry("RateLimit-Limit", "2")
                .containsEntry("RateLimit-Reset", "86400")
                .containsEntry("Retry-After", "86400");
        clock.advance(Duration.ofMinutes(2));
        assertThat(limit.headers()).containsEntry("RateLimit-Remaining", "0").containsEntry("RateLimit-Reset", "86280");
    }

    @Test
    void refusedCallsDoNotCount() {
        RateLimit limit = limit(1, 0);
        limit.take();
        clock.advance(Duration.ofSeconds(30));
        limit.take();

        clock.advance(Duration.ofSeconds(30));

        assertThat(limit.take().allowed()).isTrue();
    }

    @Test
    void callsOfOthersCountForTheDay() {
        RateLimit limit = new RateLimit(new Limits(300, 10, 9, 100, Duration.ofHours(1)), clock);

        assertThat(limit.take().headers())
                .containsEntry("RateLimit-Limit", "10")
                .containsEntry("RateLimit-Remaining", "0");
        assertThat(limit.take().allowed()).isFalse();
    }

    @Test
    void withoutLimitsNothingIsToldOrRefused() {
        RateLimit limit = limit(0, 0);

        assertThat(limit.take()).isEqualTo(new RateLimit.Decision(true, Map.of()));
    }

    private RateLimit limit(int perMinute, int perDay) {
        return new RateLimit(Limits.DOCUMENTED.withRates(perMinute, perDay), clock);
    }
}
