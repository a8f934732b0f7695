package io.shelftally.engine;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Moments by the rules of cron and the clock on the wall of a zone: what falls into the hour that summer time skips comes an
 * hour later, and what falls into one that comes twice comes the first time alone.
 *
 * @param cron five fields as crontab has them, such as {@code 15 2 * * *}
 */
public record Recurrence(String cron, ZoneId zone) {

    /** Throws {@link IllegalArgumentException}, with the reason, for what cron would not take. */
    public Recurrence {
        new LocalCron(cron, zone);
    }

    /** The first moment after another one. */
    public Instant after(Instant moment) {
        return schedule().after(moment);
    }

    LocalCron schedule() {
        return new LocalCron(cron, zone);
    }
}
