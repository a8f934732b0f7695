package io.shelftally.operations.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One start of a job.
 *
 * @param first the first time that it is for
 * @param due the last one
 * @param at when it begins
 * @param date the business date, if it is of a night
 * @param leftOut earlier nights whose times have passed too, the oldest first: nobody begins them
 */
record Turn(
        ScheduledJob job,
        ZonedDateTime first,
        Instant due,
        Instant at,
        Optional<LocalDate> date,
        List<LocalDate> leftOut) {

    /** As long as a container may take to be replaced. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private static final int MOST_NAMED = 10;

    /** Whether somebody must know that it did not begin at its time, or did not end. */
    boolean isLate() {
        return Duration.between(first.toInstant(), at).compareTo(LATE) > 0;
    }

    /** Such as {@code nightly of 2026-11-21}. */
    String name() {
        return job.command() + date.map(night -> " of " + night).orElse("");
    }

    /** That it is late, since when, and what is left out. */
    String lateness() {
        return job.command() + " was due at " + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(first)
                + " and has not ended since; it begins now"
                + date.map(night -> " for the night of " + night).orElse("") + leftOutText();
    }

    private String leftOutText() {
        if (leftOut.isEmpty()) {
            return "";
        }
        int unnamed = Math.max(0, leftOut.size() - MOST_NAMED);
        return ". Left out: " + (unnamed == 0 ? "" : unnamed + " nights, and then ")
                + leftOut.stream().skip(unnamed).map(LocalDate::toString).collect(Collectors.joining(", "))
                + "; for each that is wanted: jobs/nightly --date DATE, with its lists";
    }
}
