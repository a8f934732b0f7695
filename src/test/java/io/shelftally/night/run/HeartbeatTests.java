package io.shelftally.night.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeartbeatTests {

    private static final Duration OFTEN = Duration.ofMillis(1);

    @Test
    void itBeatsAgainAndAgainUntilItIsStopped() throws Exception {
        CountDownLatch beats = new CountDownLatch(3);
        Heartbeat heartbeat = Heartbeat.of(beats::countDown, OFTEN);

        boolean beaten = beats.await(10, TimeUnit.SECONDS);
        heartbeat.stop();

        assertThat(beaten).isTrue();
    }

    @Test
    void oneBeatThatFailsIsNotTheLast() throws Exception {
        CountDownLatch beats = new CountDownLatch(3);
        Heartbeat heartbeat = Heartbeat.of(
                () -> {
                    beats.countDown();
                    throw new IllegalStateException("the pool is away");
                },
                OFTEN);

        boolean beaten = beats.await(10, TimeUnit.SECONDS);
        heartbeat.stop();

        assertThat(beaten).isTrue();
    }

    @Test
    void aBeatUnderWayIsNotInterruptedBecauseThatWouldCloseTheDatabaseFile() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Heartbeat heartbeat = Heartbeat.of(
                () -> {
                    begun.countDown();
                    awaitQuietly(goOn);
                    interrupted.complete(Thread.currentThread().isInterrupted());
                },
                OFTEN);
        begun.await();

        heartbeat.stop();
        goOn.countDown();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isFalse();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
