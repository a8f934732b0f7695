package io.shelftally.proof.sandbox.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyTests {

    private final Latency latency = new Latency(Duration.ofMillis(20), 10, Duration.ofSeconds(2));

    @Test
    void theWantedShareOfSubjectsIsSlow() {
        long slow = IntStream.range(0, 10_000)
                .filter(i -> latency.of("/mobilesdkapi/facing/reports-on-demand" + (1_000_001 + i))
                        .equals(Duration.ofSeconds(2)))
                .count();

        assertThat(slow).isBetween(800L, 1_200L);
    }

    @Test
    void theSameSubjectIsAlwaysAsSlow() {
        assertThat(latency.of("a")).isEqualTo(latency.of("a"));
        assertThat(Latency.NONE.of("a")).isZero();
    }
}
