package io.shelftally.calls.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaLedgerTests {

    private static final QuotaSettings DEFAULTS = new QuotaSettings(300, 10_000, 0);

    private final LedgerDatabase database = new LedgerDatabase();
    private final VirtualTime time = new VirtualTime();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void callsAreGrantedUpToTheLimitOfAMinute() {
        QuotaLedger ledger = ledger(DEFAULTS);

        assertThat(ledger.take(32)).isEqualTo(new Grant(32, Duration.ZERO, false));
        assertThat(ledger.take(1000).granted()).isEqualTo(268);
        assertThat(ledger.take(1)).isEqualTo(new Grant(0, Duration.ofSeconds(60), false));
    }

    @Test
    void aCallCountsForAMinuteAfterItsAnswer() {
        QuotaLedger ledger = ledger(new QuotaSettings(1, 0, 0));
        ledger.take(1);
        time.advance(Duration.ofSeconds(20));
        ledger.answered(RateLimits.NONE);
        time.advance(Duration.ofMillis(60_200));

        Grant early = ledger.take(1);
        time.advance(early.pause());

        assertThat(early.granted()).isZero();
        assertThat(early.pause()).isBetween(Duration.ofMillis(1), Duration.ofMillis(500));
        assertThat(ledger.take(1).granted()).isEqualTo(1);
    }

    @Test
    void aCallOfAProcessThatDiedCountsUntilItCanNoLongerArrive() {
        ledger(new QuotaSettings(1, 0, 0)).take(1);
        QuotaLedger next = ledger(new QuotaSettings(1, 0, 0));
        time.advance(Duration.ofSeconds(99));

        assertThat(next.take(1).granted()).isZero();
        time.advance(Duration.ofSeconds(2));
        assertThat(next.take(1).granted()).isEqualTo(1);
    }

    @Test
    void anAnswerEndsTheOldestCallSoThatTheOthersCountLongEnough() {
        QuotaLedger ledger = ledger(new QuotaSettings(2, 0, 0));
        ledger.take(1);
        time.advance(Duration.ofSeconds(20));
        ledger.take(1);
        ledger.answered(RateLimits.NONE);
        ledger.close();
        time.advance(Duration.ofSeconds(90));

        assertThat(ledger(new QuotaSettings(2, 0, 0)).take(2).granted()).isEqualTo(1);
    }

    @Test
    void aProcessFallsBackAsFarAsOneThatJoinsAfterAClockWasSetBack() {
        QuotaLedger first = ledger(new QuotaSettings(2, 0, 0));
        first.take(1);
        time.advance(Duration.ofSeconds(50));
        time.setClockForward(Duration.ofHours(-1));
        QuotaLedger second = ledger(new QuotaSettings(2, 0, 0));
        second.take(1);
        second.answered(RateLimits.NONE);
        second.close();
        time.advance(Duration.ofSeconds(59));

        assertThat(first.take(2).granted()).isZero();
    }

    @Test
    void aGrantThatIsGivenBackCanBeHadAgain() {
        QuotaLedger ledger = ledger(new QuotaSettings(10, 0, 0));
        ledger.take(10);

        ledger.giveBack(4);

        assertThat(ledger.take(10).granted()).isEqualTo(4);
    }

    @Test
    void processesShareWhatTheKeyAllows() {
        QuotaLedger one = ledger(DEFAULTS);
        QuotaLedger other = ledger(DEFAULTS);

        assertThat(one.take(200).granted()).isEqualTo(200);
        assertThat(other.take(200).granted()).isEqualTo(100);
        assertThat(one.take(1).granted()).isZero();
    }

    @Test
    void anotherKeyHasItsOwnQuota() {
        ledger(DEFAULTS).take(300);
        VendorQuota quota = VendorQuota.of("closient", "another key", DEFAULTS, Duration.ofSeconds(30));

        assertThat(ledger(quota).take(300).granted()).isEqualTo(300);
    }

    @Test
    void theDayIsSpentWhenNoCallWillBeGrantedForLong() {
        QuotaLedger ledger = ledger(new QuotaSettings(0, 100, 0));
        ledger.take(100);

        Grant none = ledger.take(1);

        assertThat(none.granted()).isZero();
        assertThat(none.daySpent()).isTrue();
        assertThat(none.pause()).isBetween(Duration.ofHours(23), Duration.ofHours(25));
        assertThat(ledger.today()).isEqualTo(new DayUse(100, 100));
    }

    @Test
    void aDayThatFreesItsFirstCallsSoonIsNotSpent() {
        QuotaLedger yesterday = ledger(new QuotaSettings(0, 100, 0));
        yesterday.take(100);
        time.advance(Duration.ofHours(24));

        Grant soon = ledger(new QuotaSettings(0, 100, 0)).take(1);

        assertThat(soon.granted()).isZero();
        assertThat(soon.daySpent()).isFalse();
        assertThat(soon.pause()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(2));
    }

    @Test
    void whatIsLeftForARunIncludesTheCallsThatComeFreeWhileItWaits() {
        QuotaLedger yesterday = ledger(new QuotaSettings(0, 100, 0));
        yesterday.take(40);
        time.advance(Duration.ofMinutes(20));
        yesterday.take(40);
        time.advance(Duration.ofHours(23).plusMinutes(35));
        QuotaLedger ledger = ledger(new QuotaSettings(0, 100, 0));

        assertThat(ledger.leftWithin(Duration.ZERO, Duration.ZERO)).hasValue(20);
        assertThat(ledger.leftWithin(Duration.ZERO, Duration.ofMinutes(10))).hasValue(60);
        assertThat(ledger.leftWithin(Duration.ofMinutes(10), Duration.ZERO)).hasValue(60);
        assertThat(ledger.leftWithin(Duration.ofMinutes(30), Duration.ZERO)).hasValue(100);
        assertThat(ledger.leftWithin(Duration.ZERO, Duration.ofMinutes(25))).hasValue(100);
    }

    @Test
    void withoutALimitOfTheDayThereIsNoEndOfWhatIsLeft() {
        assertThat(ledger(new QuotaSettings(300, 0, 0)).leftWithin(Duration.ZERO, Duration.ZERO))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10000,0.1,9000", "10000,0.9,1000", "10000,0,10000", "1,0.5,1", "0,0.5,0"})
    void theReserveIsLeftToOthers(int perDay, double reserve, long limit) {
        assertThat(ledger(new QuotaSettings(0, perDay, reserve)).today().limit())
                .isEqualTo(limit);
    }

    @Test
    void withoutLimitsEverythingIsGrantedAndCounted() {
        QuotaLedger ledger = ledger(new QuotaSettings(0, 0, 0));

        assertThat(ledger.take(1_000_000).granted()).isEqualTo(1_000_000);
        assertThat(ledger.today()).isEqualTo(new DayUse(1_000_000, 0));
    }

    @Test
    void aLowerLimitOfTheVendorHoldsAlsoForTheNextProcess() {
        QuotaLedger ledger = ledger(DEFAULTS);
        ledger.take(1);
        ledger.answered(policies(new RatePolicy(100, 60), new RatePolicy(5000, 86_400)));
        ledger.close();

        QuotaLedger next = ledger(DEFAULTS);

        assertThat(next.take(300).granted()).isEqualTo(99);
        assertThat(next.today().limit()).isEqualTo(5000);
    }

    @Test
    void aHigherLimitOfTheVendorDoesNotRaiseTheSetting() {
        QuotaLedger ledger = ledger(DEFAULTS);
        ledger.take(1);
        ledger.answered(policies(new RatePolicy(900, 60), new RatePolicy(Long.MAX_VALUE, 86_400)));

        assertThat(ledger.take(900).granted()).isEqualTo(299);
        assertThat(ledger.today().limit()).isEqualTo(10_000);
    }

    @Test
    void whatOthersUsedOfTheMinuteIsNotGranted() {
        QuotaLedger ledger = ledger(DEFAULTS);
        ledger.take(3);
        ledger.answered(said(300, 20, Duration.ofSeconds(30)));

        assertThat(ledger.take(300).granted()).isEqualTo(18);
        time.advance(Duration.ofSeconds(31));
        assertThat(ledger.take(300).granted()).isEqualTo(279);
    }

    @Test
    void whatOthersUsedOfTheDayIsNotGranted() {
        QuotaLedger ledger = ledger(DEFAULTS);
        ledger.take(1);
        ledger.answered(said(10_000, 50, Duration.ofSeconds(80_000)));

        assertThat(ledger.take(60).granted()).isEqualTo(50);
        time.advance(Duration.ofMinutes(10));
        for (int i = 0; i < 50; i++) {
            ledger.answered(said(10_000, 49 - i, Duration.ofSeconds(79_400)));
        }
        Grant none = ledger.take(1);
        assertThat(none.granted()).isZero();
        assertThat(none.daySpent()).isTrue();
    }

    @Test
    void anOlderAnswerThatComesLateDoesNotRaiseWhatIsLeft() {
        QuotaLedger ledger = ledger(DEFAULTS);
        ledger.take(2);
        ledger.answered(said(300, 5, Duration.ofSeconds(30)));
        ledger.answered(said(300, 200, Duration.ofSeconds(30)));

        assertThat(ledger.take(300).granted()).isEqualTo(5);
    }

    @Test
    void anAnswerOfAWindowThatIsPastTakesNothingOffTheNext() {
        QuotaLedger ledger = ledger(DEFAULTS);
        ledger.take(3);
        ledger.answered(said(300, 20, Duration.ofSeconds(60)));
        ledger.answered(said(300, 0, Duration.ofSeconds(1)));

        assertThat(ledger.take(300).granted()).isEqualTo(19);
    }

    @Test
    void aRefusalStopsEveryProcessForAsLongAsItSays() {
        QuotaLedger ledger = ledger(DEFAULTS);
        ledger.take(1);
        ledger.answered(refused(Duration.ofSeconds(40)));

        assertThat(ledger.take(1)).isEqualTo(new Grant(0, Duration.ofSeconds(40), false));
        assertThat(ledger(DEFAULTS).take(1).granted()).isZero();
        time.advance(Duration.ofSeconds(41));
        assertThat(ledger.take(1).granted()).isEqualTo(1);
    }

    @Test
    void aRefusalForTheRestOfTheDayMeansThatTheDayIsSpent() {
        QuotaLedger ledger = ledger(DEFAULTS);
        ledger.take(1);
        ledger.answered(refused(Duration.ofHours(20)));

        assertThat(ledger.take(1).daySpent()).isTrue();
    }

    @Test
    void absurdWordsOfTheVendorNeverThrow() {
        QuotaLedger ledger = ledger(DEFAULTS);
        ledger.take(2);
        ledger.answered(said(Long.MAX_VALUE, Long.MAX_VALUE, Duration.ofDays(31)));
        ledger.answered(said(0, 0, Duration.ZERO));

        assertThat(ledger.take(1).granted()).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackDoesNotStopTheLedger() {
        QuotaLedger ledger = ledger(new QuotaSettings(1, 0, 0));
        ledger.take(1);
        ledger.answered(RateLimits.NONE);
        time.setClockForward(Duration.ofDays(-400));
        ledger.take(0);
        time.advance(Duration.ofSeconds(61));

        assertThat(ledger.take(1).granted()).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetForwardFreesNothing() {
        QuotaLedger ledger = ledger(DEFAULTS);
        ledger.take(300);
        time.setClockForward(Duration.ofDays(400));

        assertThat(ledger.take(1).granted()).isZero();
        assertThat(ledger(DEFAULTS).take(1).granted()).isZero();
    }

    @Test
    void theKeyOfTheLedgerHoldsNoSecret() {
        VendorQuota quota = VendorQuota.of("closient", "csb_secret", DEFAULTS, Duration.ofSeconds(30));

        assertThat(quota.ledgerKey()).matches("closient-[0-9a-f]{16}");
        assertThat(quota.toString()).doesNotContain("secret");
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new QuotaSettings(-1, 0, 0)).hasMessageContaining("per-minute");
        assertThatThrownBy(() -> new QuotaSettings(0, -1, 0)).hasMessageContaining("per-day");
        assertThatThrownBy(() -> new QuotaSettings(0, 0, 1)).hasMessageContaining("reserve");
        assertThatThrownBy(() -> new QuotaSettings(0, 0, Double.NaN)).hasMessageContaining("reserve");
    }

    private QuotaLedger ledger(QuotaSettings settings) {
        return ledger(VendorQuota.of("closient", "key", settings, Duration.ofSeconds(30)));
    }

    private QuotaLedger ledger(VendorQuota quota) {
        return new QuotaLedger(quota, database.client(), database.transactions(), time.forProcess(7));
    }

    private static RateLimits policies(RatePolicy... policies) {
        return new RateLimits(
                List.of(policies), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static RateLimits said(long limit, long remaining, Duration reset) {
        return new RateLimits(
                List.of(new RatePolicy(300, 60), new RatePolicy(10_000, 86_400)),
                Optional.of(limit),
                Optional.of(remaining),
                Optional.of(reset),
                Optional.empty());
    }

    private static RateLimits refused(Duration pause) {
        return new RateLimits(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(pause));
    }
}
