package io.shelftally.night.scans;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.night.items.When;
import io.shelftally.night.scans.ScanMachine.Step;
import io.shelftally.night.scans.ScanStatus.Finality;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of the vendor's page on scans, as one step of the machine or a few. */
class ScanMachineTests {

    private static final int ATTEMPTS = 4;
    private static final ScanState NEW = in(ScanPhase.STATUS);
    private static final ScanState FINAL = in(ScanPhase.REPORT);

    private final ScanMachine machine = new ScanMachine(ATTEMPTS);

    @Test
    void aFinalScanIsAskedForItsReportsAtOnce() {
        Step step = machine.afterPresent(NEW, Finality.FINAL);

        assertThat(step.state().phase()).isEqualTo(ScanPhase.REPORT);
        assertThat(step.state().polls()).isZero();
        assertThat(step.state().present()).isTrue();
        assertThat(step.when()).isEqualTo(When.NOW);
    }

    @Test
    void aScanInProgressIsAskedAgainAfterAPause() {
        Step step = machine.afterPresent(NEW, Finality.IN_PROGRESS);

        assertThat(step.state().phase()).isEqualTo(ScanPhase.STATUS);
        assertThat(step.state().polls()).isEqualTo(1);
        assertThat(step.state().present()).isTrue();
        assertThat(step.when()).isEqualTo(When.AFTER_POLL);
    }

    @Test
    void aFailedScanIsSettled() {
        Step step = machine.afterPresent(NEW, Finality.FAILED);

        assertThat(step.state().ending()).contains(ScanEnding.FAILED);
        assertThat(step.when()).isEqualTo(When.NEVER);
    }

    @Test
    void aScanThatAnAnswerLeftOutIsAskedAgainInTheNextRound() {
        Step step = machine.afterMissing(NEW);

        assertThat(step.state().missing()).isTrue();
        assertThat(step.state().present()).isFalse();
        assertThat(step.when()).isEqualTo(When.AFTER_POLL);
    }

    @Test
    void aScanThatWasSeenOnceIsNotForgottenWhenALaterAnswerLeavesItOut() {
        Step seen = machine.afterPresent(NEW, Finality.IN_PROGRESS);
        Step missing = machine.afterMissing(seen.state());

        assertThat(missing.state().present()).isTrue();
        assertThat(missing.state().missing()).isTrue();
    }

    @Test
    void aReportThatIsReadSettlesTheScan() {
        Step step = machine.afterReport(FINAL, ScanResult.Kind.READ);

        assertThat(step.state().ending()).contains(ScanEnding.REPORTED);
        assertThat(step.when()).isEqualTo(When.NEVER);
    }

    @Test
    void aReportThatIsRefusedForGoodSettlesTheScan() {
        assertThat(machine.afterReport(FINAL, ScanResult.Kind.REJECTED).state().ending())
                .contains(ScanEnding.REJECTED);
    }

    @Test
    void aReportThatIsNotReadyIsAskedForAgainAfterAPause() {
        Step step = machine.afterReport(FINAL, ScanResult.Kind.NOT_READY);

        assertThat(step.state().phase()).isEqualTo(ScanPhase.REPORT);
        assertThat(step.state().polls()).isEqualTo(1);
        assertThat(step.when()).isEqualTo(When.AFTER_POLL);
    }

    @ParameterizedTest
    @EnumSource(
            value = ScanPhase.class,
            names = {"STATUS", "REPORT"})
    void aCallThatFailsInPassingIsMadeAgainWithinTheAttemptsAndThenPolled(ScanPhase phase) {
        ScanState state = in(phase);

        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            Step again = machine.afterLost(state);
            assertThat(again.when()).isEqualTo(When.AFTER_ATTEMPT);
            state = again.state();
        }
        Step polled = machine.afterLost(state);

        assertThat(polled.when()).isEqualTo(When.AFTER_POLL);
        assertThat(polled.state().phase()).isEqualTo(phase);
        assertThat(polled.state().attempts()).isZero();
    }

    @Test
    void aStatusCallThatNeverSucceedsLeavesTheScanNeitherPresentNorMissing() {
        ScanState state = NEW;

        for (int call = 0; call < 20; call++) {
            state = machine.afterLost(state).state();
        }

        assertThat(state.present()).isFalse();
        assertThat(state.missing()).isFalse();
    }

    @Test
    void anAnswerEndsTheFailedAttempts() {
        ScanState tried = machine.afterLost(NEW).state();

        assertThat(machine.afterPresent(tried, Finality.IN_PROGRESS).state().attempts())
                .isZero();
        assertThat(machine.afterMissing(tried).state().attempts()).isZero();
        assertThat(machine.afterReport(tried, ScanResult.Kind.NOT_READY).state().attempts())
                .isZero();
    }

    @Test
    void theInvariantsHoldOnEveryWalk() {
        Random random = new Random(20261122);

        for (int walk = 0; walk < 20_000; walk++) {
            ScanState state = NEW;
            int unpolled = 0;
            for (int calls = 0; !state.isDone() && calls < 100; calls++) {
                boolean wasFinal = state.phase() == ScanPhase.REPORT;
                Step step = wasFinal ? anyReport(state, random) : anyStatus(state, random);
                state = step.state();
                unpolled = step.when() == When.AFTER_POLL ? 0 : unpolled + 1;

                assertThat(unpolled).as("calls without a poll").isLessThanOrEqualTo(2 * ATTEMPTS);
                assertThat(wasFinal && state.phase() == ScanPhase.STATUS)
                        .as("a final scan is final")
                        .isFalse();
                assertThat(state.isDone()).isEqualTo(step.when() == When.NEVER);
                assertThat(state.isDone()).isEqualTo(state.ending().isPresent());
                assertThat(state.ending().filter(ScanEnding.REPORTED::equals).isEmpty() || wasFinal)
                        .isTrue();
            }
        }
    }

    private Step anyStatus(ScanState state, Random random) {
        int drawn = random.nextInt(20);
        if (drawn < 8) {
            return machine.afterLost(state);
        }
        if (drawn < 11) {
            return machine.afterMissing(state);
        }
        Finality finality = drawn < 17 ? Finality.IN_PROGRESS : drawn < 19 ? Finality.FINAL : Finality.FAILED;
        return machine.afterPresent(state, finality);
    }

    private Step anyReport(ScanState state, Random random) {
        int drawn = random.nextInt(20);
        if (drawn < 9) {
            return machine.afterReport(state, ScanResult.Kind.LOST);
        }
        ScanResult.Kind kind =
                drawn < 18 ? ScanResult.Kind.NOT_READY : drawn == 18 ? ScanResult.Kind.READ : ScanResult.Kind.REJECTED;
        return machine.afterReport(state, kind);
    }

    private static ScanState in(ScanPhase phase) {
        return new ScanState(phase, Optional.empty(), 0, 0, false, false);
    }
}
