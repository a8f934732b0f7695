package io.shelftally.calls.hedging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenessTests {

    private static final double SHARE = 0.02;

    private final Lateness lateness = new Lateness(SHARE);
    private final Random random = new Random(1);

    @Test
    void nothingIsLateBeforeSomeCallsAreKnown() {
        saw(Lateness.LEAST - 1, 20);

        assertThat(lateness.nanos()).isEmpty();
    }

    @Test
    void whereCallsTakeTheSameTimeOneIsLateAfterHalfAsLongAgain() {
        saw(500, 20);

        assertThat(late()).isBetween(29.0, 31.0);
    }

    @Test
    void twoSecondsAmongTwentyMillisecondsDoNotChangeWhatIsLate() {
        for (int i = 0; i < 2000; i++) {
            saw(1, random.nextInt(100) == 0 ? 2000 : 20 + random.nextDouble());
        }

        assertThat(late()).isBetween(25.0, 40.0);
    }

    @Test
    void oneInTwentyOfAnotherKindDoesNotChangeItEither() {
        for (int i = 0; i < 2000; i++) {
            saw(1, random.nextInt(20) == 0 ? 2000 : 20 + random.nextDouble());
        }

        assertThat(late()).isBetween(25.0, 40.0);
    }

    @Test
    void whereLatenciesSpreadTheLatestAreChosenAndNoMoreThanMayBeMadeTwice() {
        for (int i = 0; i < 5000; i++) {
            saw(1, 20 * Math.exp(random.nextGaussian()));
        }

        double late = late();
        double share = IntStream.range(0, 100_000)
                        .filter(i -> 20 * Math.exp(random.nextGaussian()) > late)
                        .count()
                / 100_000.0;

        assertThat(share).isLessThan(SHARE);
    }

    @Test
    void aVendorThatHasBecomeSlowerIsKnownAnew() {
        saw(5000, 20);
        saw(2500, 100);

        assertThat(late()).isBetween(148.0, 152.0);
    }

    @Test
    void callsThatWereGivenUpCountAsLate() {
        for (int i = 0; i < 2000; i++) {
            if (i % 100 == 0) {
                lateness.sawNoEnd();
            } else {
                saw(1, 20);
            }
        }

        assertThat(late()).isBetween(29.0, 31.0);
    }

    private void saw(int number, double millis) {
        IntStream.range(0, number).forEach(i -> lateness.saw((long) (millis * 1_000_000)));
    }

    private double late() {
        return Duration.ofNanos(lateness.nanos().orElseThrow()).toNanos() / 1e6;
    }
}
