package io.shelftally.night.captures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one answer changes in a capture's row.
 *
 * @param queue that it waits in, UNREAD also for a poll that failed
 * @param dueAt when it is to be asked again; null if not in this run
 * @param answerSha256 the new capture object; null leaves the one that is there
 * @param errorSha256 the error answer that ended it; null leaves what is there
 */
record CaptureUpdate(
        String captureId,
        CaptureState state,
        boolean answered,
        int queue,
        @Nullable Instant dueAt,
        @Nullable String answerSha256,
        @Nullable String errorSha256) {}
