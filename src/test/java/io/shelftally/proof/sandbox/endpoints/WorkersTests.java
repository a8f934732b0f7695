package io.shelftally.proof.sandbox.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkersTests {

    private static final Duration WORK = Duration.ofMillis(20);

    private final long now = System.nanoTime() + Duration.ofSeconds(1).toNanos();

    @Test
    void aCallWaitsForTheNextWorkerThatIsFree() {
        Workers workers = new Workers(2);

        assertThat(workers.take(now, WORK)).isEqualTo(WORK);
        assertThat(workers.take(now, WORK.multipliedBy(10))).isEqualTo(WORK.multipliedBy(10));
        assertThat(workers.take(now, WORK)).isEqualTo(WORK.multipliedBy(2));
        assertThat(workers.take(now, WORK)).isEqualTo(WORK.multipliedBy(3));
    }

    @Test
    void aWorkerThatWasIdleBeginsWhenTheCallComes() {
        Workers workers = new Workers(1);
        workers.take(now, WORK);

        assertThat(workers.take(now + WORK.multipliedBy(5).toNanos(), WORK)).isEqualTo(WORK);
    }

    @Test
    void withoutABoundNoCallWaits() {
        Workers workers = new Workers(0);

        assertThat(workers.take(now, WORK)).isEqualTo(WORK);
        assertThat(workers.take(now, WORK)).isEqualTo(WORK);
    }
}
