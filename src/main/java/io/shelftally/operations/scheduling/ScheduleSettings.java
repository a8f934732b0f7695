package io.shelftally.operations.scheduling;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When {@code schedule} begins which job, and how (docs/adr/0020-schedule.md). A job without times is never begun.
 *
 * @param nightly its times, a cron expression of five or six fields
 * @param nightlyOptions of the command line, in which {@code {date}} stands for the business date
 * @param prune its times
 * @param pruneOptions of the command line
 * @param watch its times
 * @param watchOptions of the command line, likewise
 * @param zone of the times, such as Europe/Paris; that of the business dates unless it is set
 * @param daysBefore how many days before the day of a time its business date is, 1
 */
@ConfigurationProperties("shelftally.schedule")
public record ScheduleSettings(
        @Nullable String nightly,
        @Nullable String nightlyOptions,
        @Nullable String prune,
        @Nullable String pruneOptions,
        @Nullable String watch,
        @Nullable String watchOptions,
        @Nullable String zone,
        int daysBefore) {

    private static final int MOST_DAYS = 31;

    public ScheduleSettings {
        if (daysBefore < 0 || daysBefore > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "shelftally.schedule.days-before must be from 0 to " + MOST_DAYS + ", not " + daysBefore);
        }
    }
}
