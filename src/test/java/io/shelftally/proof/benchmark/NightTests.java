package io.shelftally.proof.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NightTests {

    @Test
    void theShareOfTheLimitCountsEveryCallByTheLatenciesGiven() {
        Night night = night(Map.of("pensa statuses ok", 200L, "pensa report ok", 19_800L));

        assertThat(night.callsPerSecond()).isEqualTo(500);
        assertThat(night.mostCallsPerSecond()).isCloseTo(800, within(1e-9));
        assertThat(night.shareOfLimit()).isCloseTo(0.625, within(1e-9));
    }

    @Test
    void eachVendorHasItsOwnCallsInFlight() {
        Night night = night(Map.of("pensa report ok", 1000L, "closient read ok", 500L));

        assertThat(night.mostCallsPerSecond()).isCloseTo(1200, within(1e-9));
    }

    @Test
    void rowsAreCountedFromTheFirstToTheLastStepThatDerivesThem() {
        assertThat(night(Map.of()).rowsPerSecond()).isCloseTo(100_000, within(1e-6));
    }

    private static Night night(Map<String, Long> calls) {
        return new Night(
                20_000,
                32,
                Duration.ofSeconds(70),
                Duration.ofSeconds(3),
                Map.of(
                        "collect", Duration.ofSeconds(40),
                        "reconcile", Duration.ofSeconds(15),
                        "checkCoverage", Duration.ofSeconds(1),
                        "publish", Duration.ofSeconds(4)),
                calls,
                Duration.ofMillis(40),
                2_000_000,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0);
    }
}
