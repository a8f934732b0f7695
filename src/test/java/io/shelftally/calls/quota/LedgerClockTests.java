package io.shelftally.calls.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerClockTests {

    private long nanos;
    private final Deque<Long> trips = new ArrayDeque<>();
    private int asked;

    private final LedgerClock clock = new LedgerClock(
            () -> {
                asked++;
                nanos += trips.remove() * 1_000_000;
                return 1000L + asked;
            },
            () -> nanos);

    @Test
    void aQuickAnswerIsTaken() {
        trips.add(3L);

        assertThat(clock.millis()).isEqualTo(1001);
    }

    /** It may have come long before this process went on. */
    @Test
    void anAnswerThatTookLongIsAskedForAgain() {
        trips.addAll(List.of(400L, 51L, 50L));

        assertThat(clock.millis()).isEqualTo(1003);
    }

    @Test
    void whereEachAnswerTakesLongTheLastOneMustDo() {
        trips.addAll(List.of(90L, 90L, 90L, 90L, 90L));

        assertThat(clock.millis()).isEqualTo(1005);
        assertThat(asked).isEqualTo(5);
    }
}
