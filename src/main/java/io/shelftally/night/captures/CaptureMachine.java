package io.shelftally.night.captures;

import io.shelftally.night.items.When;

/**
 * The life of a capture as a pure function of its state and an answer:
 *
 * <ol>
 *   <li>it is read before anything is written;
 *   <li>COMPLETED and NOT_FOUND settle it; a status other than FAILED is read again;
 *   <li>FAILED, with retries left, records the intent to retry; the retry is sent once that is stored;
 *   <li>a retry that went unanswered is followed by a read: still FAILED, it is sent again within the attempts of a call,
 *       else it counts as made;
 *   <li>a retry answered FAILED is read again before it is believed, one answered 409 or 422 too: the capture may be in
 *       work; if it still says FAILED it is unresolved, or rejected with the words of the 422, and no retry was made.
 * </ol>
 */
final class CaptureMachine {

    /** The state after an answer, and when to go on. */
    record Step(CaptureState state, When when) {}

    private final int maxRetries;
    private final int attempts;

    /**
     * @param maxRetries the counted retries a night, from 0
     * @param attempts the attempts of a call, from 1
     */
    CaptureMachine(int maxRetries, int attempts) {
        this.maxRetries = maxRetries;
        this.attempts = attempts;
    }

    Step after(CaptureState state, CaptureAnswer answer) {
        return switch (answer.kind()) {
            case UNKNOWN -> done(withLostRetry(state), CaptureEnding.UNKNOWN);
            case REJECTED -> done(state, CaptureEnding.REJECTED);
            default -> state.phase() == CapturePhase.RETRY ? afterRetry(state, answer) : afterRead(state, answer);
        };
    }

    private Step afterRetry(CaptureState state, CaptureAnswer answer) {
        return switch (answer.kind()) {
            case USABLE -> afterRetryAnswered(state.counted(), answer.status().orElse(""));
            case CONFLICT -> new Step(state.next(CapturePhase.CONFLICT), When.NOW);
            case UNPROCESSABLE -> new Step(state.next(CapturePhase.REFUSED), When.NOW);
            case RATE_LIMITED -> again(state.lost(), When.AFTER_ATTEMPT);
            default -> new Step(state.lost().next(CapturePhase.LOST_RETRY), When.AFTER_ATTEMPT);
        };
    }

    private Step afterRetryAnswered(CaptureState counted, String status) {
        if (CaptureStatus.isSettled(status)) {
            return done(counted, CaptureEnding.SETTLED);
        }
        CapturePhase next = CaptureStatus.isFailed(status) ? CapturePhase.RETRIED : CapturePhase.READ;
        return new Step(counted.next(next).polled(), When.AFTER_POLL);
    }

    private Step afterRead(CaptureState state, CaptureAnswer answer) {
        return switch (answer.kind()) {
            case CONFLICT, UNPROCESSABLE -> done(state, CaptureEnding.REJECTED);
            case USABLE -> afterReadAnswered(state, answer.status().orElse(""));
            default -> afterFailedRead(state);
        };
    }

    private Step afterReadAnswered(CaptureState state, String status) {
        return CaptureStatus.isFailed(status) ? afterFailed(state) : afterMoved(state, status);
    }

    private Step afterFailedRead(CaptureState state) {
        int made = state.attempts() + 1;
        return made < attempts
                ? new Step(state.attempts(made), When.AFTER_ATTEMPT)
                : new Step(state.polled(), When.AFTER_POLL);
    }

    private Step afterFailed(CaptureState state) {
        return switch (state.phase()) {
            case LOST_RETRY -> again(state, When.NOW);
            case CONFLICT -> done(state, CaptureEnding.UNRESOLVED);
            case REFUSED -> done(state, CaptureEnding.REJECTED);
            default ->
                state.retries() < maxRetries
                        ? new Step(state.fresh().next(CapturePhase.RETRY), When.NOW)
                        : done(state, CaptureEnding.UNRESOLVED);
        };
    }

    /** The present retry is sent again if attempts are left. */
    private Step again(CaptureState state, When when) {
        return state.lostRetries() < attempts
                ? new Step(state.next(CapturePhase.RETRY), when)
                : done(state, CaptureEnding.UNRESOLVED);
    }

    private static Step afterMoved(CaptureState state, String status) {
        CaptureState moved = withLostRetry(state);
        return CaptureStatus.isSettled(status)
                ? done(moved, CaptureEnding.SETTLED)
                : new Step(moved.next(CapturePhase.READ).polled(), When.AFTER_POLL);
    }

    /** A lost retry counts once a read no longer says FAILED. A refusal says nothing: it may be the key's, and taken back. */
    private static CaptureState withLostRetry(CaptureState state) {
        return state.phase() == CapturePhase.LOST_RETRY ? state.counted() : state;
    }

    private static Step done(CaptureState state, CaptureEnding how) {
        return new Step(state.done(how), When.NEVER);
    }
}
