package io.shelftally.night.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Judges from look to look whether the holder of the lease is alive (docs/adr/0009-lease.md):
 *
 * <ol>
 *   <li>A process of this machine that is gone is dead, at once.
 *   <li>A beat between two looks is a sign of life; so is a beat of late by a process of this machine.
 *   <li>Without a beat under our own eyes for a while, by our own steady clock, it is lost once the lease has run out, by
 *       the database's clock or by ours. The while is what makes it safe, whatever the clocks say: a holder that did not
 *       beat for so long calls no vendor.
 * </ol>
 */
final class LeaseWatch {

    enum Finding {
        ALIVE,
        SILENT,
        LOST,
        DEAD
    }

    private final RunSettings settings;
    private final Clock clock;
    private @Nullable LeaseRow first;
    private Instant since = Instant.MIN;

    /** @param clock a steady one */
    LeaseWatch(RunSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Finding look(LeaseRow row) {
        Boolean isAlive = row.holder().isAliveHere().orElse(null);
        if (Boolean.FALSE.equals(isAlive)) {
            return Finding.DEAD;
        }
        boolean beatOfLate = row.silent().compareTo(settings.beat().multipliedBy(2)) < 0;
        if (Boolean.TRUE.equals(isAlive) && beatOfLate) {
            return Finding.ALIVE;
        }
        return watched(row);
    }

    private Finding watched(LeaseRow row) {
        LeaseRow before = first;
        if (before == null) {
            first = row;
            since = clock.instant();
            return Finding.SILENT;
        }
        if (!row.isAsIn(before)) {
            return Finding.ALIVE;
        }
        Duration watched = Duration.between(since, clock.instant());
        boolean hasRunOut = longer(row.silent(), settings.lease()) || longer(watched, settings.lease());
        return longer(watched, settings.watch()) && hasRunOut ? Finding.LOST : Finding.SILENT;
    }

    private static boolean longer(Duration time, Duration limit) {
        return time.compareTo(limit) >= 0;
    }
}
