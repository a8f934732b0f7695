package io.shelftally.calls.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.night.run.HandClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircuitTests {

    private final HandClock clock = new HandClock();
    private final Circuit circuit = new Circuit(clock);

    @Test
    void twentyFailuresInARowOnTenItemsOpenIt() {
        fail(99, 32);
        assertThat(circuit.isOpen()).isFalse();

        circuit.failed("item0");

        assertThat(circuit.isOpen()).isTrue();
        assertThat(circuit.letThrough()).isFalse();
        assertThat(circuit.nextTry()).contains(clock.instant().plusSeconds(5));
    }

    @Test
    void aFewBadItemsNeverOpenIt() {
        fail(1000, 31);

        assertThat(circuit.isOpen()).isFalse();
        assertThat(circuit.nextTry()).isEmpty();
    }

    @Test
    void oneSuccessBetweenKeepsItClosed() {
        fail(99, 32);
        circuit.succeeded();
        fail(99, 32);

        assertThat(circuit.isOpen()).isFalse();
    }

    @Test
    void afterThePauseOneCallIsLetThrough() {
        fail(100, 32);
        clock.advance(Duration.ofSeconds(5));

        assertThat(circuit.letThrough()).isTrue();
        assertThat(circuit.letThrough()).isFalse();
    }

    @Test
    void eachFurtherPauseIsTwiceAsLongUpToAMinute() {
        fail(100, 32);

        assertThat(pausesOfFailedTries(6)).containsExactly(10, 20, 40, 60, 60, 60);
    }

    @Test
    void aSuccessClosesItAndThePausesBeginAnew() {
        fail(100, 32);
        pausesOfFailedTries(4);
        circuit.succeeded();
        assertThat(circuit.isOpen()).isFalse();

        fail(100, 32);

        assertThat(circuit.nextTry()).contains(clock.instant().plusSeconds(5));
    }

    @Test
    void aLateFailureOfAnEarlierCallDoesNotLengthenThePause() {
        fail(100, 32);
        clock.advance(Duration.ofSeconds(4));
        circuit.failed("late");

        assertThat(circuit.nextTry()).contains(clock.instant().plusSeconds(1));
    }

    private int[] pausesOfFailedTries(int tries) {
        return IntStream.range(0, tries)
                .map(i -> {
                    clock.advance(
                            Duration.between(clock.instant(), circuit.nextTry().orElseThrow()));
                    assertThat(circuit.letThrough()).isTrue();
                    circuit.failed("item0");
                    return (int)
                            Duration.between(clock.instant(), circuit.nextTry().orElseThrow())
                                    .toSeconds();
                })
                .toArray();
    }

    private void fail(int times, int items) {
        IntStream.range(0, times).forEach(i -> circuit.failed("item" + i % items));
    }
}
