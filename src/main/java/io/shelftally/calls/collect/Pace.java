package io.shelftally.calls.collect;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.RetryAfter;
import io.shelftally.calls.answers.RetryPauses;
import io.shelftally.calls.answers.RetrySettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** When an item is asked about again: polls until the waiting time is over, attempts of a begun call a little longer. */
public final class Pace {

    /** A longer pause cannot be a minute's window; a shorter one is waited for at any time. */
    public static final Duration LONGEST_WINDOW = Duration.ofMinutes(2);

    private final PollSettings polls;
    private final RetryPauses pauses;
    private final Duration longestPause;
    private final Clock clock;
    private final Instant deadline;

    /** @param deadline when the waiting time is over */
    public Pace(PollSettings polls, RetrySettings retries, Clock clock, Instant deadline) {
        this(polls, retries, clock, deadline, new SplittableRandom());
    }

    Pace(PollSettings polls, RetrySettings retries, Clock clock, Instant deadline, RandomGenerator random) {
        this.polls = polls;
        this.pauses = new RetryPauses(retries, random);
        this.longestPause = retries.longest();
        this.clock = clock;
        this.deadline = deadline;
    }

    public Instant now() {
        return clock.instant();
    }

    Clock clock() {
        return clock;
    }

    /** Whether a pause is longer than a minute's window can explain, and ends after the waiting time. */
    boolean isTooLong(Duration pause) {
        return pause.compareTo(LONGEST_WINDOW) > 0
                && clock.instant().plus(pause).isAfter(deadline);
    }

    /** The rest of the waiting time; zero once it is over. */
    Duration rest() {
        Duration rest = Duration.between(clock.instant(), deadline);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    public boolean isOver() {
        return !clock.instant().isBefore(deadline);
    }

    /**
     * When an unsettled item is to be asked again; empty if that is after the waiting time. The vendor may ask for a longer
     * or a shorter pause, but for none shorter than the first.
     *
     * @param asked how often it was asked before and found unsettled, from 0
     */
    public Optional<Instant> poll(int asked, Answer last) {
        Duration pause = RetryAfter.of(last)
                .map(asWished -> max(asWished, polls.first()))
                .orElseGet(() -> pollPause(asked));
        Instant due = clock.instant().plus(pause);
        return due.isAfter(deadline) ? Optional.empty() : Optional.of(due);
    }

    /**
     * When a failed call is to be made again; empty if that is after the waiting time and longer than an attempt may wait.
     *
     * @param failures how often the call has failed, from 1
     */
    public Optional<Instant> attempt(int failures, Answer last) {
        Duration pause = pauses.after(failures, last);
        Instant due = clock.instant().plus(pause);
        boolean tooLate = due.isAfter(deadline) && pause.compareTo(longestPause) > 0;
        return tooLate ? Optional.empty() : Optional.of(due);
    }

    private Duration pollPause(int asked) {
        Duration pause = polls.first().multipliedBy(1L << Math.min(asked, 20));
        return pause.compareTo(polls.longest()) > 0 ? polls.longest() : pause;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
