package io.shelftally.night.captures;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.night.captures.CaptureMachine.Step;
import io.shelftally.night.items.When;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the vendor's page on captures, as one step of the machine or a few. */
class CaptureMachineTests {

    private static final int ATTEMPTS = 4;

    private final CaptureMachine machine = new CaptureMachine(1, ATTEMPTS);

    @Test
    void aCaptureIsReadBeforeAnythingIsWritten() {
        assertThat(CaptureState.NEW.phase()).isEqualTo(CapturePhase.READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLETED", "NOT_FOUND", "completed", "Not_Found"})
    void completedAndNotFoundSettleIt(String status) {
        Step step = machine.after(CaptureState.NEW, Answers.says(status));

        assertThat(step.state().ending()).contains(CaptureEnding.SETTLED);
        assertThat(step.state().retries()).isZero();
        assertThat(step.when()).isEqualTo(When.NEVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "LOOKING_UP", "ENRICHING", "RESOLVING", "DONE", "COMPLETED ", "null"})
    void anyOtherStatusIsReadAgainAfterAPause(String status) {
        Step step = machine.after(CaptureState.NEW, Answers.says(status));

        assertThat(step.state().phase()).isEqualTo(CapturePhase.READ);
        assertThat(step.state().polls()).isEqualTo(1);
        assertThat(step.when()).isEqualTo(When.AFTER_POLL);
    }

    @Test
    void anObjectWithoutAStatusIsReadAgain() {
        Step step = machine.after(CaptureState.NEW, Answers.withoutStatus());

        assertThat(step.state().isDone()).isFalse();
        assertThat(step.when()).isEqualTo(When.AFTER_POLL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "failed", "Failed"})
    void aFailedCaptureRecordsTheIntentAndIsRetriedAtOnce(String status) {
        Step step = machine.after(CaptureState.NEW, Answers.says(status));

        assertThat(step.state().phase()).isEqualTo(CapturePhase.RETRY);
        assertThat(step.state().retries()).isZero();
        assertThat(step.when()).isEqualTo(When.NOW);
    }

    @Test
    void withoutRetriesAllowedAFailedCaptureIsUnresolved() {
        Step step = new CaptureMachine(0, ATTEMPTS).after(CaptureState.NEW, Answers.says("FAILED"));

        assertThat(step.state().ending()).contains(CaptureEnding.UNRESOLVED);
    }

    @Test
    void aRetryThatIsAnsweredIsCounted() {
        Step step = machine.after(in(CapturePhase.RETRY), Answers.says("PENDING"));

        assertThat(step.state().retries()).isEqualTo(1);
        assertThat(step.state().phase()).isEqualTo(CapturePhase.READ);
        assertThat(step.when()).isEqualTo(When.AFTER_POLL);
    }

    @Test
    void aRetryMayBeAnsweredBySettlement() {
        Step step = machine.after(in(CapturePhase.RETRY), Answers.says("COMPLETED"));

        assertThat(step.state().ending()).contains(CaptureEnding.SETTLED);
        assertThat(step.state().retries()).isEqualTo(1);
    }

    @Test
    void aRetryAnsweredFailedIsReadAgainBeforeItIsBelieved() {
        Step stale = machine.after(in(CapturePhase.RETRY), Answers.says("FAILED"));
        Step believed = machine.after(stale.state(), Answers.says("FAILED"));

        assertThat(stale.state().phase()).isEqualTo(CapturePhase.RETRIED);
        assertThat(stale.when()).isEqualTo(When.AFTER_POLL);
        assertThat(believed.state().ending()).contains(CaptureEnding.UNRESOLVED);
        assertThat(believed.state().retries()).isEqualTo(1);
    }

    @Test
    void aStaleFailedThatMovedOnIsNotUnresolved() {
        Step stale = machine.after(in(CapturePhase.RETRY), Answers.says("FAILED"));
        Step moved = machine.after(stale.state(), Answers.says("LOOKING_UP"));

        assertThat(moved.state().isDone()).isFalse();
        assertThat(moved.state().phase()).isEqualTo(CapturePhase.READ);
    }

    @Test
    void afterTheAllowedRetriesAFailedCaptureIsUnresolved() {
        Step retried = machine.after(in(CapturePhase.RETRY), Answers.says("PENDING"));
        Step failed = machine.after(retried.state(), Answers.says("FAILED"));

        assertThat(failed.state().ending()).contains(CaptureEnding.UNRESOLVED);
        assertThat(failed.state().retries()).isEqualTo(1);
    }

    @Test
    void aSecondRetryIsSentWhereTwoAreAllowed() {
        CaptureMachine twice = new CaptureMachine(2, ATTEMPTS);
        Step retried = twice.after(in(CapturePhase.RETRY), Answers.says("PENDING"));
        Step failed = twice.after(retried.state(), Answers.says("FAILED"));

        assertThat(failed.state().phase()).isEqualTo(CapturePhase.RETRY);
        assertThat(failed.when()).isEqualTo(When.NOW);
    }

    @Test
    void aRetryThatWentUnansweredIsFollowedByARead() {
        Step step = machine.after(in(CapturePhase.RETRY), Answers.LOST);

        assertThat(step.state().phase()).isEqualTo(CapturePhase.LOST_RETRY);
        assertThat(step.state().retries()).isZero();
        assertThat(step.when()).isEqualTo(When.AFTER_ATTEMPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "COMPLETED", "NOT_FOUND", "SOMETHING_NEW"})
    void aLostRetryIsCountedIfTheNextReadNoLongerSaysFailed(String status) {
        Step step = machine.after(in(CapturePhase.LOST_RETRY), Answers.says(status));

        assertThat(step.state().retries()).isEqualTo(1);
    }

    @Test
    void aLostRetryIsCountedIfTheNextReadFindsNoSuchCapture() {
        CaptureState state =
                machine.after(in(CapturePhase.LOST_RETRY), Answers.UNKNOWN).state();

        assertThat(state.ending()).contains(CaptureEnding.UNKNOWN);
        assertThat(state.retries()).isEqualTo(1);
    }

    @Test
    void aLostRetryIsSentAgainIfTheNextReadStillSaysFailed() {
        Step lost = machine.after(in(CapturePhase.RETRY), Answers.LOST);
        Step step = machine.after(lost.state(), Answers.says("FAILED"));

        assertThat(step.state().phase()).isEqualTo(CapturePhase.RETRY);
        assertThat(step.state().retries()).isZero();
        assertThat(step.when()).isEqualTo(When.NOW);
    }

    @Test
    void aRetryWhoseAttemptsAreUsedUpIsUnresolvedAndNotCounted() {
        CaptureState state = in(CapturePhase.RETRY);
        int sent = 0;

        while (!state.isDone()) {
            sent++;
            state = machine.after(state, Answers.LOST).state();
            state = machine.after(state, Answers.says("FAILED")).state();
        }

        assertThat(sent).isEqualTo(ATTEMPTS);
        assertThat(state.ending()).contains(CaptureEnding.UNRESOLVED);
        assertThat(state.retries()).isZero();
    }

    @Test
    void aRetryRefusedByTheRateLimitWasNotMadeAndIsSentAgainWithinTheAttempts() {
        CaptureState state = in(CapturePhase.RETRY);
        int sent = 0;

        while (!state.isDone()) {
            sent++;
            Step step = machine.after(state, Answers.RATE_LIMITED);
            state = step.state();
            assertThat(state.phase()).isIn(CapturePhase.RETRY, CapturePhase.DONE);
            assertThat(step.when()).isIn(When.AFTER_ATTEMPT, When.NEVER);
        }

        assertThat(sent).isEqualTo(ATTEMPTS);
        assertThat(state.ending()).contains(CaptureEnding.UNRESOLVED);
    }

    @Test
    void aRetryThatConflictsIsFollowedByARead() {
        Step step = machine.after(in(CapturePhase.RETRY), Answers.CONFLICT);

        assertThat(step.state().phase()).isEqualTo(CapturePhase.CONFLICT);
        assertThat(step.state().retries()).isZero();
        assertThat(step.when()).isEqualTo(When.NOW);
    }

    @Test
    void aConflictThatStillSaysFailedIsUnresolved() {
        Step step = machine.after(in(CapturePhase.CONFLICT), Answers.says("FAILED"));

        assertThat(step.state().ending()).contains(CaptureEnding.UNRESOLVED);
        assertThat(step.state().retries()).isZero();
    }

    @Test
    void aConflictThatMovedOnIsFollowedLikeAnyOther() {
        Step settled = machine.after(in(CapturePhase.CONFLICT), Answers.says("COMPLETED"));
        Step pending = machine.after(in(CapturePhase.CONFLICT), Answers.says("PENDING"));

        assertThat(settled.state().ending()).contains(CaptureEnding.SETTLED);
        assertThat(settled.state().retries()).isZero();
        assertThat(pending.state().phase()).isEqualTo(CapturePhase.READ);
    }

    @Test
    void aConflictOfTheRetryThatFollowsALostOneIsReadAndNeitherIsCounted() {
        Step lost = machine.after(in(CapturePhase.RETRY), Answers.LOST);
        Step failed = machine.after(lost.state(), Answers.says("FAILED"));
        Step conflict = machine.after(failed.state(), Answers.CONFLICT);
        Step moved = machine.after(conflict.state(), Answers.says("PENDING"));

        assertThat(conflict.state().phase()).isEqualTo(CapturePhase.CONFLICT);
        assertThat(moved.state().phase()).isEqualTo(CapturePhase.READ);
        assertThat(moved.state().retries()).isZero();
    }

    @Test
    void aRetryThatIsUnprocessableIsFollowedByARead() {
        Step step = machine.after(in(CapturePhase.RETRY), Answers.UNPROCESSABLE);

        assertThat(step.state().phase()).isEqualTo(CapturePhase.REFUSED);
        assertThat(step.state().retries()).isZero();
        assertThat(step.when()).isEqualTo(When.NOW);
    }

    @Test
    void anUnprocessableRetryOfACaptureThatStillSaysFailedIsARejectionAndNotCounted() {
        Step step = machine.after(in(CapturePhase.REFUSED), Answers.says("failed"));

        assertThat(step.state().ending()).contains(CaptureEnding.REJECTED);
        assertThat(step.state().retries()).isZero();
    }

    @Test
    void anUnprocessableRetryOfACaptureThatMovedOnIsFollowedLikeAnyOther() {
        Step settled = machine.after(in(CapturePhase.REFUSED), Answers.says("COMPLETED"));
        Step pending = machine.after(in(CapturePhase.REFUSED), Answers.says("PENDING"));

        assertThat(settled.state().ending()).contains(CaptureEnding.SETTLED);
        assertThat(settled.state().retries()).isZero();
        assertThat(pending.state().phase()).isEqualTo(CapturePhase.READ);
        assertThat(pending.state().retries()).isZero();
    }

    @Test
    void aReadThatIsUnprocessableIsARejection() {
        assertThat(machine.after(CaptureState.NEW, Answers.UNPROCESSABLE)
                        .state()
                        .ending())
                .contains(CaptureEnding.REJECTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = CapturePhase.class,
            names = {"DONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void a404ToAnyCallIsAnUnknownCapture(CapturePhase phase) {
        assertThat(machine.after(in(phase), Answers.UNKNOWN).state().ending()).contains(CaptureEnding.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = CapturePhase.class,
            names = {"DONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void anotherPermanentErrorOfAnyCallIsARejection(CapturePhase phase) {
        assertThat(machine.after(in(phase), Answers.REJECTED).state().ending()).contains(CaptureEnding.REJECTED);
    }

    @Test
    void aReadThatConflictsIsARejection() {
        assertThat(machine.after(CaptureState.NEW, Answers.CONFLICT).state().ending())
                .contains(CaptureEnding.REJECTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = CapturePhase.class,
            names = {"READ", "LOST_RETRY", "RETRIED", "CONFLICT", "REFUSED"})
    void aReadThatFailsInPassingIsMadeAgainInTheSamePhaseAndThenPolled(CapturePhase phase) {
        CaptureState state = in(phase);

        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            Step again = machine.after(state, attempt % 2 == 0 ? Answers.RATE_LIMITED : Answers.LOST);
            assertThat(again.when()).isEqualTo(When.AFTER_ATTEMPT);
            state = again.state();
        }
        Step polled = machine.after(state, Answers.LOST);

        assertThat(polled.when()).isEqualTo(When.AFTER_POLL);
        assertThat(polled.state().phase()).isEqualTo(phase);
        assertThat(polled.state().attempts()).isZero();
        assertThat(polled.state().polls()).isEqualTo(1);
    }

    @Test
    void withOneAttemptAFailedReadIsPolledAtOnceAndALostRetryIsNotSentAgain() {
        CaptureMachine once = new CaptureMachine(1, 1);

        assertThat(once.after(CaptureState.NEW, Answers.LOST).when()).isEqualTo(When.AFTER_POLL);
        CaptureState lost = once.after(in(CapturePhase.RETRY), Answers.LOST).state();
        assertThat(once.after(lost, Answers.says("FAILED")).state().ending()).contains(CaptureEnding.UNRESOLVED);
    }

    private static CaptureState in(CapturePhase phase) {
        return new CaptureState(phase, Optional.empty(), 0, 0, 0, 0);
    }
}
