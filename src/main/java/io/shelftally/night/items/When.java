package io.shelftally.night.items;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.collect.Pace;
import java.time.Instant;
import java.util.Optional;

/** When the next call about an item is to be made. */
public enum When {
    NEVER,
    NOW,
    AFTER_POLL,
    AFTER_ATTEMPT;

    /**
     * That moment; empty if it is not in this run.
     *
     * @param polls how often the item was asked about and found unsettled, this time included
     * @param failures how often the call has failed, this time included
     */
    public Optional<Instant> at(Pace pace, int polls, int failures, Answer last) {
        return switch (this) {
            case NEVER -> Optional.empty();
            case NOW -> Optional.of(pace.now());
            case AFTER_POLL -> pace.poll(Math.max(0, polls - 1), last);
            case AFTER_ATTEMPT -> pace.attempt(Math.max(1, failures), last);
        };
    }
}
