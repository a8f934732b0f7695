package io.shelftally.calls.quota;

import java.time.Duration;

/**
 * What the ledger gave.
 *
 * @param granted the calls that may be sent now, from 0 to those wanted
 * @param pause until the rest may be asked for; zero if all were granted
 * @param daySpent whether none was granted and none will be for more than an hour
 */
public record Grant(int granted, Duration pause, boolean daySpent) {

    private static final Duration LONG = Duration.ofHours(1);

    static Grant of(int granted, Duration pause) {
        return new Grant(granted, pause, granted == 0 && pause.compareTo(LONG) > 0);
    }
}
