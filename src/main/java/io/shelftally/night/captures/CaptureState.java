package io.shelftally.night.captures;

import java.util.Optional;

/**
 * Where a capture stands.
 *
 * @param ending present if the phase is DONE
 * @param retries the counted ones of the night
 * @param lostRetries the attempts of the present retry that went unanswered
 * @param attempts the failed attempts of the present read
 * @param polls how often it was read and found unsettled
 */
record CaptureState(
        CapturePhase phase, Optional<CaptureEnding> ending, int retries, int lostRetries, int attempts, int polls) {

    static final CaptureState NEW = new CaptureState(CapturePhase.READ, Optional.empty(), 0, 0, 0, 0);

    boolean isDone() {
        return phase == CapturePhase.DONE;
    }

    CaptureState done(CaptureEnding how) {
        return new CaptureState(CapturePhase.DONE, Optional.of(how), retries, 0, 0, polls);
    }

    CaptureState next(CapturePhase next) {
        return new CaptureState(next, ending, retries, lostRetries, 0, polls);
    }

    CaptureState counted() {
        return new CaptureState(phase, ending, retries + 1, 0, attempts, polls);
    }

    CaptureState lost() {
        return new CaptureState(phase, ending, retries, lostRetries + 1, attempts, polls);
    }

    CaptureState fresh() {
        return new CaptureState(phase, ending, retries, 0, 0, 0);
    }

    CaptureState attempts(int number) {
        return new CaptureState(phase, ending, retries, lostRetries, number, polls);
    }

    CaptureState polled() {
        return new CaptureState(phase, ending, retries, lostRetries, 0, polls + 1);
    }
}
