package io.shelftally.operations.history;

import io.shelftally.console.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A start of the job.
 *
 * @param run its number
 * @param ended null without an end; so are the exit code and the message
 * @param tookMillis until its end, or until now while it runs; null where nobody knows when it died
 * @param meaning of the exit code or of the state, in a few words
 * @param jobExecutionId Batch's; null if the run ended before, or was made by a release that did not note it
 * @param abandoned when its night was given up; null of all others
 */
record PastRun(
        long run,
        LocalDate businessDate,
        State state,
        Instant started,
        @Nullable Instant ended,
        @Nullable Long tookMillis,
        @Nullable Integer exitCode,
        String meaning,
        @Nullable String message,
        @Nullable Long jobExecutionId,
        @Nullable Instant abandoned) {

    /** How a run stands. */
    enum State {
        ENDED,
        RUNNING,
        DIED,
        ABANDONED
    }

    boolean isPublished() {
        return exitCode != null && exitCode == 0;
    }

    /** To the second. */
    String startedText() {
        return started.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** To the second; empty of a run whose night was not given up. */
    String abandonedText() {
        return abandoned == null
                ? ""
                : abandoned.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    String tookText() {
        return tookMillis == null ? "" : Spans.fine(Duration.ofMillis(tookMillis));
    }

    /** On one line; empty if it says no more than the meaning does. */
    String messageText() {
        if (state == State.DIED) {
            return "the next start of its date resumes it";
        }
        return message == null || message.equals(meaning) ? "" : message.replaceAll("\\s*\\R\\s*", " ");
    }
}
