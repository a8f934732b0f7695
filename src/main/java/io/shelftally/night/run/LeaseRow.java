package io.shelftally.night.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The lease as it stands in the database.
 *
 * @param heartbeat by the database's clock
 * @param silent the time since the heartbeat, by the same clock
 */
record LeaseRow(long token, Holder holder, LocalDate businessDate, Instant heartbeat, Duration silent, boolean isHeld) {

    /** Whether nothing was heard or changed between the other look and this one. */
    boolean isAsIn(LeaseRow other) {
        return token == other.token && isHeld == other.isHeld && heartbeat.equals(other.heartbeat);
    }
}
