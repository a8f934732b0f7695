package io.shelftally.proof.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.tenures.Comer;
import io.shelftally.proof.tenures.Tenure;
import io.shelftally.proof.tenures.Tenures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecoveryTests {

    private static final long LOST = 1;
    private static final long STEADY = 2;
    private static final Blows.Lost FAULT = new Blows.Lost(LOST, WorkerFault.KILL, at(10));

    @Test
    void theLastTaskThatIsTakenUpCounts() {
        Recovery recovery = recovery(
                5,
                new Tenure("a", "lost", at(9), at(16)),
                new Tenure("b", "lost", at(9), at(16)),
                new Tenure("a", "steady", at(17), at(30)),
                new Tenure("b", "steady", at(19), at(30)));

        assertThat(recovery.after(FAULT)).contains(new Recovery.Times(Duration.ofSeconds(6), Duration.ofSeconds(9)));
    }

    @Test
    void whereNobodyStayedItCountsFromTheComingOfTheNextOne() {
        Recovery recovery =
                recovery(20, new Tenure("a", "lost", at(9), at(21)), new Tenure("a", "steady", at(23), at(30)));

        assertThat(recovery.after(FAULT)).contains(new Recovery.Times(Duration.ofSeconds(1), Duration.ofSeconds(3)));
    }

    @Test
    void whatWasPutDownBeforeOrInThatMomentWasNotLost() {
        Recovery recovery = recovery(
                5,
                new Tenure("a", "lost", at(1), at(9)),
                new Tenure("b", "lost", at(9), at(10).plusMillis(500)),
                new Tenure("a", "steady", at(40), at(50)),
                new Tenure("b", "steady", at(40), at(50)));

        assertThat(recovery.after(FAULT)).isEmpty();
    }

    private static Recovery recovery(int steadyCame, Tenure... tenures) {
        return new Recovery(
                new Tenures(List.of(tenures)),
                List.of(new Comer("lost", LOST, at(1)), new Comer("steady", STEADY, at(steadyCame))),
                List.of(FAULT),
                Set.of());
    }

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }
}
