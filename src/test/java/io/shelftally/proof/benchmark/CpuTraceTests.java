package io.shelftally.proof.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CpuTraceTests {

    private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");

    private final CpuTrace trace = new CpuTrace();

    @Test
    void whatAStepUsedIsCountedBetweenTheLooksAroundIt() {
        saw(0, 100);
        saw(10, 600);
        saw(20, 1600);

        assertThat(between(0, 20)).hasValue(Duration.ofMillis(1500));
        assertThat(between(5, 10)).hasValue(Duration.ofMillis(250));
        assertThat(between(5, 15)).hasValue(Duration.ofMillis(750));
        assertThat(between(15, 99)).as("after the last look").hasValue(Duration.ofMillis(500));
    }

    @Test
    void nothingIsSaidOfAProcessThatNobodySaw() {
        trace.saw(START, Optional.empty());

        assertThat(between(0, 20)).isEmpty();
    }

    @Test
    void aStepsCpuIsThatOfTheJobAndOfTheServerByTheMillionRows() {
        StepCpu cpu = new StepCpu(Optional.of(Duration.ofSeconds(3)), Optional.of(Duration.ofSeconds(1)));

        assertThat(cpu.ofAMillion(500_000)).hasValue(Duration.ofSeconds(8));
        assertThat(cpu.ofAMillion(0)).isEmpty();
        assertThat(new StepCpu(Optional.of(Duration.ofSeconds(3)), Optional.empty()).ofAMillion(1_000_000))
                .hasValue(Duration.ofSeconds(3));
    }

    private void saw(int second, long millis) {
        trace.saw(START.plusSeconds(second), Optional.of(Duration.ofMillis(millis)));
    }

    private Optional<Duration> between(int from, int to) {
        return trace.between(START.plusSeconds(from), START.plusSeconds(to));
    }
}
