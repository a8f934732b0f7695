package io.shelftally.night.captures;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The calls to Closient that a run which starts now makes.
 *
 * @param captures of the night, the settled ones included, which cost nothing
 * @param reads certain: one for each unsettled capture
 * @param retries certain: one for each capture that is known to have failed
 * @param moreRetries that may come on top at the most
 * @param moreReads that follow up retries at the most; captures that are still in progress are read more often
 * @param failedShare of the captures of the last two weeks that had to be retried; empty if there were none
 * @param callsWithinQuota of the certain calls, those that the day allows
 * @param deferred captures that wait for the next night, because the day allows no call about them
 * @param moreDeferred further captures that wait if every capture has failed
 */
public record CapturePlan(
        long captures,
        long reads,
        long retries,
        long moreRetries,
        long moreReads,
        OptionalDouble failedShare,
        long callsWithinQuota,
        long deferred,
        long moreDeferred) {

    /** How many of the retries that may come on top there would be if this night were like those before. */
    public OptionalLong expectedRetries() {
        return failedShare.isPresent() && moreRetries > 0
                ? OptionalLong.of(Math.min(moreRetries, Math.round(failedShare.getAsDouble() * (reads - retries))))
                : OptionalLong.empty();
    }
}
