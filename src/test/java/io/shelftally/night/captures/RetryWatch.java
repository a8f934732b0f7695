package io.shelftally.night.captures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Sees every call as it is sent and as its sender learns of it, and holds the rule: a retry is sent only if, since the last
 * one came to its end, a read was sent that said FAILED. One that was answered 429 was not carried out, and may be repeated.
 */
final class RetryWatch {

    /** A call on its way. */
    final class Sent {
        private final Story story;
        private final boolean isRetry;
        private final long at = now.getAsLong();
        private boolean isOpen = true;

        private Sent(Story story, boolean isRetry) {
            this.story = story;
            this.isRetry = isRetry;
        }

        /** Its sender has its answer, or has waited long enough. */
        void ended(CaptureAnswer answer) {
            if (isOpen && isRetry) {
                end();
                story.mayRetry = answer.kind() == CaptureAnswer.Kind.RATE_LIMITED;
            } else if (isOpen && at >= story.retryEnded && !story.isRetrying) {
                isOpen = false;
                story.mayRetry = answer.status().filter("FAILED"::equals).isPresent();
            }
        }

        /** Its sender died, whether or not it had learnt of the answer. */
        void died(BooleanSupplier isForgotten) {
            if (isOpen && isRetry) {
                end();
            }
            isOpen = false;
            if (isRetry && isForgotten.getAsBoolean()) {
                story.retriesOfTheDead++;
            }
        }

        private void end() {
            isOpen = false;
            story.isRetrying = false;
            story.retryEnded = now.getAsLong();
        }
    }

    private static final class Story {
        private boolean isRetrying;
        private boolean mayRetry;
        private long retryEnded = Long.MIN_VALUE;
        private int retriesSent;
        private int retriesOfTheDead;

        private void beginNight() {
            retriesSent = 0;
            retriesOfTheDead = 0;
        }
    }

    private final Map<String, Story> stories = new HashMap<>();
    private final List<String> wrongs = new ArrayList<>();
    private final LongSupplier now;
    private final int mostRetries;

    /**
     * @param mostRetries how often a retry may be sent for a capture in a night, those aside whose sender died before it stored
     *     the answer
     */
    RetryWatch(LongSupplier now, int mostRetries) {
        this.now = now;
        this.mostRetries = mostRetries;
    }

    Sent sent(String captureId, boolean isRetry) {
        Story story = stories.computeIfAbsent(captureId, any -> new Story());
        if (isRetry) {
            check(captureId, story);
            story.isRetrying = true;
            story.mayRetry = false;
            story.retriesSent++;
        }
        return new Sent(story, isRetry);
    }

    void beginNight() {
        stories.values().forEach(Story::beginNight);
    }

    List<String> wrongs() {
        return wrongs;
    }

    private void check(String captureId, Story story) {
        if (story.isRetrying) {
            wrongs.add("a retry of " + captureId + " was sent while one was on its way");
        } else if (!story.mayRetry) {
            wrongs.add("a retry of " + captureId + " was sent though none had read FAILED since the last one");
        }
        if (story.retriesSent - story.retriesOfTheDead >= mostRetries) {
            wrongs.add(captureId + " was retried " + (story.retriesSent + 1) + " times");
        }
    }
}
