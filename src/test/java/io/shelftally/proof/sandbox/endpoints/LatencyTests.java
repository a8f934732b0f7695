package io.shelftally.proof.sandbox.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.endpoints.Latency.TailBy;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyTests {

    private static final String REPORTS = "/mobilesdkapi/facing/reports-on-demand";

    private final Latency byScan = latency(TailBy.SCAN);
    private final Latency byCall = latency(TailBy.CALL);

    @Test
    void theWantedShareOfSubjectsIsSlow() {
        assertThat(slow(byScan, 1)).isBetween(800L, 1_200L).isEqualTo(slow(byCall, 1));
    }

    @Test
    void theSameSubjectIsAlwaysAsSlow() {
        assertThat(IntStream.range(1, 50).mapToObj(number -> byScan.of("a", number)))
                .containsOnly(byScan.of("a", 1));
        assertThat(Latency.NONE.of("a", 1)).isZero();
    }

    @Test
    void byChanceTheNextCallAboutASlowSubjectIsRarelySlow() {
        long slowTwice = slow(byCall, 1, 2);

        assertThat(slow(byCall, 2)).isBetween(800L, 1_200L);
        assertThat(slowTwice).isBetween(60L, 140L);
        assertThat(slow(byScan, 1, 2)).isEqualTo(slow(byScan, 1));
    }

    /** Of ten thousand scans, those whose calls of these numbers are all slow. */
    private static long slow(Latency latency, int... numbers) {
        return IntStream.range(1_000_001, 1_010_001)
                .filter(scan -> IntStream.of(numbers)
                        .allMatch(number -> latency.of(REPORTS + scan, number).equals(Duration.ofSeconds(2))))
                .count();
    }

    private static Latency latency(TailBy tailBy) {
        return new Latency(Duration.ofMillis(20), 10, Duration.ofSeconds(2), tailBy, 0);
    }
}
