package io.shelftally.operations.scheduling;

import io.shelftally.job.connections.BadSettingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * Times by the clocks of a zone. Each comes once a day: one that clocks going forward leave out is due at the moment when they
 * do, and one that clocks going back show twice is due at the first.
 *
 * @param cron by Spring's rules, with a field for seconds
 */
record Timetable(CronExpression cron, ZoneId zone) {

    private static final int FIELDS_OF_CRONTAB = 5;
    private static final int MOST_DAYS = 400;
    private static final Duration LEAST = Duration.ofNanos(1);

    /**
     * Takes a crontab's five fields too, which are due at the full minute.
     *
     * @param setting that the text comes from
     */
    static Timetable of(String setting, String text, ZoneId zone) {
        String fields = text.strip().split("\\s+").length == FIELDS_OF_CRONTAB ? "0 " + text.strip() : text.strip();
        try {
            CronExpression cron = CronExpression.parse(fields);
            if (cron.next(LocalDateTime.of(2000, 1, 1, 0, 0)) == null) {
                throw new BadSettingException(setting + " is \"" + text + "\", a time that never comes");
            }
            return new Timetable(cron, zone);
        } catch (IllegalArgumentException e) {
            throw new BadSettingException(setting + " must be a cron expression of five fields, or of six with the"
                    + " seconds first, such as 30 0 * * *, not \"" + text + "\": " + e.getMessage());
        }
    }

    /** The first time after a moment. */
    Instant next(Instant after) {
        LocalDateTime due = LocalDateTime.ofInstant(after, zone);
        while (true) {
            due = Optional.ofNullable(cron.next(due)).orElseThrow();
            Instant instant = instant(due);
            if (instant.isAfter(after)) {
                return instant;
            }
        }
    }

    /**
     * The last time up to a moment.
     *
     * @param first a time of this table, not after the moment
     */
    Instant latest(Instant first, Instant upTo) {
        List<LocalDate> days = days(first, upTo);
        Instant start = start(days.get(days.size() - 1)).minus(LEAST);
        Instant latest = start.isBefore(first) ? first : next(start);
        for (Instant due = latest; !due.isAfter(upTo); due = next(due)) {
            latest = due;
        }
        return latest;
    }

    /** The days of the zone that have a time between two moments, both included; the first {@value #MOST_DAYS} of them. */
    List<LocalDate> days(Instant first, Instant upTo) {
        List<LocalDate> days = new ArrayList<>();
        for (Instant due = first; !due.isAfter(upTo) && days.size() < MOST_DAYS; ) {
            LocalDate day = day(due);
            days.add(day);
            due = next(start(day.plusDays(1)).minus(LEAST));
        }
        return days;
    }

    LocalDate day(Instant due) {
        return LocalDate.ofInstant(due, zone);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Instant instant(LocalDateTime due) {
        ZoneOffsetTransition change = zone.getRules().getTransition(due);
        return change != null && change.isGap()
                ? change.getInstant()
                : due.atZone(zone).toInstant();
    }

    /** Such as {@code 0 30 0 * * * Europe/Paris}: two that say the same have the same times. */
    @Override
    public String toString() {
        return cron + " " + zone;
    }
}
