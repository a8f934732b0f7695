package io.shelftally.calls.hedging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HedgingTests {

    private static final String KIND = "report";

    private final Hedging hedging = new Hedging(0.02);
    private long now = 1;

    @Test
    void secondCallsAreAtMostTheirShareOfAll() {
        int seconds = 0;
        for (int calls = 1; calls <= 10_000; calls++) {
            hedging.began(KIND);
            if (allowed()) {
                seconds++;
                hedging.ended(KIND, SecondCall.WON);
            }
            assertThat(seconds).isLessThanOrEqualTo((int) (calls * 0.02 + 1e-9));
        }
        assertThat(seconds).isGreaterThan(195);
    }

    @Test
    void afterALongTimeWithoutAnyOnlySoManyFollowEachOther() {
        begin(100_000);

        int seconds = 0;
        while (allowed()) {
            seconds++;
            hedging.ended(KIND, SecondCall.WON);
        }

        assertThat(seconds).isEqualTo(Hedging.MOST_AT_ONCE);
    }

    @Test
    void aShareOfZeroAllowsNone() {
        Hedging off = Hedging.off();
        for (int i = 0; i < 1000; i++) {
            off.began(KIND);
        }

        assertThat(off.isOff()).isTrue();
        assertThat(off.allows(KIND, now)).isFalse();
    }

    @Test
    void noneIsMadeForAMinuteAfterTheVendorAskedToBeSpared() {
        begin(100);
        hedging.refused(now);

        assertThat(allowed()).isFalse();
        now += Duration.ofSeconds(59).toNanos();
        assertThat(allowed()).isFalse();
        now += Duration.ofSeconds(2).toNanos();
        assertThat(allowed()).isTrue();
    }

    @Test
    void noneIsMadeWhileTheVendorIsInTrouble() {
        begin(100);

        hedging.inTrouble(true);
        assertThat(allowed()).isFalse();
        hedging.inTrouble(false);
        assertThat(allowed()).isTrue();
    }

    @Test
    void whereTheSecondIsAsLateAsTheFirstOnlyATrialIsMade() {
        int seconds = seconds(500, SecondCall.LATE);

        assertThat(seconds).isEqualTo(Payoff.TRIALS);
    }

    @Test
    void laterOneInSoManyCallsLooksWhetherThatHasChanged() {
        seconds(500, SecondCall.LATE);

        assertThat(seconds(10 * Payoff.PAUSE, SecondCall.LATE)).isBetween(9, 10);
        assertThat(seconds(2000, SecondCall.WON)).isGreaterThan(25);
    }

    @Test
    void notMoreThanTheTrialIsUnderWayBeforeItsEndIsKnown() {
        begin(100_000);
        int seconds = 0;
        for (int i = 0; i < 10_000; i++) {
            hedging.began(KIND);
            seconds += allowed() ? 1 : 0;
        }

        assertThat(seconds).isEqualTo(Payoff.TRIALS);
    }

    @Test
    void aSecondCallThatCameTooSoonProvesNothing() {
        assertThat(seconds(10_000, SecondCall.NEEDLESS)).isGreaterThan(190);
    }

    @Test
    void eachKindOfCallIsJudgedByItself() {
        seconds(500, SecondCall.LATE);
        begin(50);

        assertThat(hedging.allows(KIND, now)).isFalse();
        assertThat(hedging.allows("statuses", now)).isTrue();
    }

    @Test
    void aShareIsFromZeroToOne() {
        assertThatThrownBy(() -> new Hedging(1.5)).hasMessage("a share is from 0 to 1, not 1.5");
        assertThatThrownBy(() -> new Hedging(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private int seconds(int calls, SecondCall end) {
        int seconds = 0;
        for (int i = 0; i < calls; i++) {
            hedging.began(KIND);
            if (allowed()) {
                seconds++;
                hedging.ended(KIND, end);
            }
        }
        return seconds;
    }

    private void begin(int calls) {
        for (int i = 0; i < calls; i++) {
            hedging.began(KIND);
        }
    }

    private boolean allowed() {
        return hedging.allows(KIND, now++);
    }
}
