package io.shelftally.night.captures;

import java.util.Optional;

/**
 * A capture to call about.
 *
 * @param answerSha256 the capture object that it last answered with
 */
record CaptureItem(String captureId, CaptureState state, Optional<String> answerSha256) {

    boolean isRetry() {
        return state.phase() == CapturePhase.RETRY;
    }

    /** Of the call to make. */
    String name() {
        return isRetry() ? "retry" : "read";
    }
}
