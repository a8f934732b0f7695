package io.shelftally.operations.scheduling;

import io.shelftally.job.connections.BadSettingException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from the settings which job is begun when. */
public final class Plans {

    private static final String PREFIX = "shelftally.schedule.";

    private Plans() {}

    /** Such as {@code shelftally.schedule.nightly-options}. */
    public static String optionsOf(ScheduledJob job) {
        return PREFIX + job.command() + "-options";
    }

    /**
     * Those that have times.
     *
     * @param zone of the times, unless the settings name another
     * @throws BadSettingException naming the setting that cannot be used, or that there is none
     */
    public static List<JobPlan> of(ScheduleSettings settings, ZoneId zone) {
        ZoneId ofTimes = isBlank(settings.zone()) ? zone : zone(settings.zone());
        List<JobPlan> plans = Stream.of(ScheduledJob.values())
                .filter(job -> !isBlank(times(job, settings)))
                .map(job -> plan(job, settings, ofTimes))
                .toList();
        if (plans.isEmpty()) {
            throw new BadSettingException(
                    "shelftally.schedule.nightly is not set, and no other time: there is nothing to"
                            + " wait for. Give it a cron expression such as 30 0 * * *");
        }
        return plans;
    }

    private static JobPlan plan(ScheduledJob job, ScheduleSettings settings, ZoneId zone) {
        Timetable times = Timetable.of(
                PREFIX + job.command(),
                Objects.requireNonNull(times(job, settings)).strip(),
                zone);
        String options = Objects.requireNonNullElse(options(job, settings), "");
        return new JobPlan(job, times, OptionWords.of(optionsOf(job), options), settings.daysBefore());
    }

    private static @Nullable String times(ScheduledJob job, ScheduleSettings settings) {
        return switch (job) {
            case NIGHTLY -> settings.nightly();
            case PRUNE -> settings.prune();
            case WATCH -> settings.watch();
        };
    }

    private static @Nullable String options(ScheduledJob job, ScheduleSettings settings) {
        return switch (job) {
            case NIGHTLY -> settings.nightlyOptions();
            case PRUNE -> settings.pruneOptions();
            case WATCH -> settings.watchOptions();
        };
    }

    private static ZoneId zone(@Nullable String text) {
        try {
            return ZoneId.of(String.valueOf(text).strip());
        } catch (DateTimeException e) {
            throw new BadSettingException(PREFIX + "zone must be a zone such as Europe/Paris, not \"" + text + "\"");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
