package io.shelftally.proof.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    @Test
    void aVendorOfFewerWorkersIsTheNarrowerBound() {
        Load load = MadeNight.DEFAULT.load();
        Vendor queue = new Vendor(load.vendor().latencies(), Vendor.TailBy.CALL, 8);
        Map<String, Long> calls = Map.of("pensa report ok", 1000L);

        Night bounded =
                MadeNight.DEFAULT.load(load.withVendor(queue)).calls(calls).night();
        Night byItself = MadeNight.DEFAULT
                .load(load.withInFlight(InFlight.parse("auto")))
                .calls(calls)
                .night();

        assertThat(bounded.mostCallsPerSecond()).isCloseTo(200, within(1e-9));
        assertThat(byItself.mostCallsPerSecond()).isInfinite();
    }

    @Test
    void theCallsAtOnceAreTheirTimeByTheTime() {
        VendorFigures vendor =
                night(Map.of("POST reports-on-demand 200", 20_000L)).vendor();

        assertThat(vendor.atOnce(Duration.ofSeconds(40))).isCloseTo(20, within(1e-9));
    }

    @Test
    void theMiddleNightIsTheOneShown() {
        List<Night> nights = Stream.of(30, 10, 20)
                .map(seconds -> MadeNight.DEFAULT.step("collect", seconds).night())
                .toList();

        assertThat(Night.middle(nights).collectSeconds()).isEqualTo(20);
        assertThat(Night.middle(nights.subList(0, 2)).collectSeconds()).isEqualTo(10);
        assertThat(Night.quickestToCollect(nights).collectSeconds()).isEqualTo(10);
    }

    private static Night night(Map<String, Long> calls) {
        return MadeNight.DEFAULT
                .step("collect", 40)
                .step("reconcile", 15)
                .step("checkCoverage", 1)
                .step("publish", 4)
                .calls(calls)
                .night();
    }
}
