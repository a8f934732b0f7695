package io.shelftally.proof.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LittlesLawTests {

    @Test
    void theMeanCountsTheTailByItsShare() {
        Latencies latencies = new Latencies(Duration.ofMillis(20), 1, Duration.ofSeconds(2));

        assertThat(latencies.mean()).isEqualTo(Duration.ofNanos(39_800_000));
    }

    @Test
    void theLimitIsTheCallsInFlightByTheMeanLatency() {
        assertThat(LittlesLaw.callsPerSecond(32, Duration.ofNanos(39_800_000))).isCloseTo(804.02, within(0.01));
    }

    @Test
    void aShareIsBetween0And100Percent() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Latencies(Duration.ZERO, 101, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Latencies(Duration.ZERO, -1, Duration.ZERO));
    }
}
