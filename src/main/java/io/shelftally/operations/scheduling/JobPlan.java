package io.shelftally.operations.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One job with its times.
 *
 * @param options of the command line; the business date stands in them as {@value #DATE}
 * @param daysBefore how many days before the day of a time its business date is
 */
public record JobPlan(ScheduledJob job, Timetable times, List<String> options, int daysBefore) {

    static final String DATE = "{date}";

    public JobPlan {
        options = List.copyOf(options);
    }

    /** Such as {@code 0 30 0 * * * Europe/Paris}. */
    public String timesText() {
        return times.toString();
    }

    /** The next times after a moment, each with its zone. */
    public List<Time> next(Instant after, int number) {
        List<Time> next = new ArrayList<>();
        for (Instant due = times.next(after); next.size() < number; due = times.next(due)) {
            next.add(new Time(due.atZone(times.zone()), date(due)));
        }
        return next;
    }

    /** The first time after a moment. */
    Instant firstAfter(Instant moment) {
        return times.next(moment);
    }

    /**
     * What is begun now: one start, however many times have passed, for the newest night of them.
     *
     * @param first the first time that is not done with; not after now
     */
    Turn turn(Instant first, Instant now) {
        Instant due = times.latest(first, now);
        Optional<LocalDate> date = date(due);
        List<LocalDate> leftOut = date.isEmpty()
                ? List.of()
                : times.days(first, due).stream()
                        .map(day -> day.minusDays(daysBefore))
                        .filter(night -> night.isBefore(date.get()))
                        .toList();
        return new Turn(job, first.atZone(times.zone()), due, now, date, leftOut);
    }

    /** The time after a start that has ended: those that passed meanwhile are done with, unless they are of a later night. */
    Instant after(Turn turn, Instant end) {
        Instant next = times.next(turn.due());
        while (!next.isAfter(end) && !isOfLaterNight(next, turn)) {
            next = times.next(next);
        }
        return next;
    }

    /** The command line that a start is made by, from the name of the command on. */
    public List<String> arguments(Optional<LocalDate> date) {
        List<String> arguments = new ArrayList<>(List.of(job.command()));
        date.ifPresent(night -> arguments.addAll(List.of("--date", night.toString())));
        options.forEach(option -> arguments.add(
                date.map(night -> option.replace(DATE, night.toString())).orElse(option)));
        return arguments;
    }

    private boolean isOfLaterNight(Instant due, Turn turn) {
        return turn.date()
                .filter(night -> date(due).orElseThrow().isAfter(night))
                .isPresent();
    }

    private Optional<LocalDate> date(Instant due) {
        return job.isOfANight() ? Optional.of(times.day(due).minusDays(daysBefore)) : Optional.empty();
    }
}
