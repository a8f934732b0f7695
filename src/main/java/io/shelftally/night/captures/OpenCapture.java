package io.shelftally.night.captures;

import java.util.Optional;

/**
 * An unsettled capture before a run.
 *
 * @param phase its stored one; a run begins every phase by a read, RETRY too, since that retry may have been sent
 * @param retries the counted ones of the night
 * @param answered whether it was answered on this night and not deferred since
 * @param answerSha256 the capture object that it last answered with
 */
record OpenCapture(CapturePhase phase, int retries, boolean answered, Optional<String> answerSha256) {

    /** How often it may still be retried on this night. */
    int retriesLeft(int maxRetries) {
        return phase == CapturePhase.CONFLICT || phase == CapturePhase.REFUSED ? 0 : Math.max(0, maxRetries - retries);
    }

    /** Whether a read that still says FAILED is followed by a retry, whatever became of an earlier one. */
    boolean isRetriedIfFailed() {
        return phase == CapturePhase.READ || phase == CapturePhase.RETRIED;
    }
}
