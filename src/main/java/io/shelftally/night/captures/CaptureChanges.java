package io.shelftally.night.captures;

import io.shelftally.calls.collect.Completed;
import io.shelftally.calls.collect.Pace;
import io.shelftally.night.captures.CaptureMachine.Step;
import io.shelftally.night.items.When;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer changes in the row of its capture: where the machine takes it, and when it is to be asked again. */
final class CaptureChanges {

    private final CaptureMachine machine;
    private final Pace pace;

    CaptureChanges(CaptureMachine machine, Pace pace) {
        this.machine = machine;
        this.pace = pace;
    }

    CaptureUpdate update(Completed<CaptureItem, CaptureAnswer> one) {
        CaptureAnswer answer = one.result();
        Step step = machine.after(one.call().state(), answer);
        boolean isUsable = answer.kind() == CaptureAnswer.Kind.USABLE;
        @Nullable String sha256 = answer.body().map(body -> body.sha256()).orElse(null);
        return new CaptureUpdate(
                one.call().captureId(),
                step.state(),
                isDefinite(answer),
                queue(one.call().state().phase(), step.state().phase(), answer),
                due(step, answer).orElse(null),
                isUsable ? sha256 : null,
                !isUsable && (step.state().isDone() || step.state().phase() == CapturePhase.REFUSED) ? sha256 : null);
    }

    /** The read after a retry that was answered follows it up; those after that are polls. */
    private static int queue(CapturePhase before, CapturePhase now, CaptureAnswer answer) {
        if (now != CapturePhase.READ || before == CapturePhase.RETRY) {
            return CaptureQueue.FOLLOW_UP;
        }
        return isDefinite(answer) ? CaptureQueue.POLL : CaptureQueue.UNREAD;
    }

    /** Whether anything is known of the capture now; an object without the status that it must have says nothing. */
    private static boolean isDefinite(CaptureAnswer answer) {
        boolean isEmpty =
                answer.kind() == CaptureAnswer.Kind.USABLE && answer.status().isEmpty();
        return !isEmpty && !answer.isTransient();
    }

    /** After a 429 it is the quota that keeps every call waiting, or defers it. */
    private Optional<Instant> due(Step step, CaptureAnswer answer) {
        boolean isForTheQuota = step.when() == When.AFTER_ATTEMPT && answer.kind() == CaptureAnswer.Kind.RATE_LIMITED;
        CaptureState state = step.state();
        return (isForTheQuota ? When.NOW : step.when())
                .at(pace, state.polls(), Math.max(state.attempts(), state.lostRetries()), answer.answer());
    }
}
