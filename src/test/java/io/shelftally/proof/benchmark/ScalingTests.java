package io.shelftally.proof.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalingTests {

    @Test
    void eachStepIsComparedWithTheNextSmallerNight() {
        List<Scaling> steps = Scaling.of(List.of(night(10_000, 4), night(20_000, 8), night(40_000, 12)));

        assertThat(steps).extracting(Scaling::perDoubling).containsExactly(2.0, 1.5);
        assertThat(steps).allMatch(Scaling::isMet);
    }

    @Test
    void fourTimesTheScansAreTwoDoublings() {
        List<Scaling> steps = Scaling.of(List.of(night(10_000, 4), night(40_000, 64)));

        assertThat(steps.get(0).perDoubling()).isCloseTo(4, within(1e-9));
        assertThat(steps.get(0).isMet()).isFalse();
    }

    @Test
    void aStepOfLessThanHalfASecondIsNotJudged() {
        Scaling step = new Scaling("link", 10_000, 20_000, Duration.ofMillis(10), Duration.ofMillis(400));

        assertThat(step.isMet()).isTrue();
    }

    @Test
    void ofSeveralRunsOfANightTheQuickestTimeOfEachStepCounts() {
        Night night = Night.quickest(List.of(night(10_000, 5), night(10_000, 4), night(10_000, 6)));

        assertThat(night.steps()).containsExactly(Map.entry("collect", Duration.ofSeconds(4)));
    }

    private static Night night(int scans, int seconds) {
        return MadeNight.DEFAULT.scans(scans).step("collect", seconds).night();
    }
}
