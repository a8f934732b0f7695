package io.shelftally.night.captures;

import java.util.Optional;

/**
 * A capture to call about.
 *
 * @param answerSha256 the capture object that it last answered with
 */
record CaptureItem(String captureId, CaptureState state, Optional<String> answerSha256) {}
