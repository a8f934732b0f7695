package io.shelftally.calls.collect;

import io.shelftally.calls.answers.RetrySettings;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;

/** A pace whose pauses are a function of a seed. */
public final class SeededPace {

    private SeededPace() {}

    public static Pace of(RetrySettings retries, Clock clock, Duration waiting, long seed) {
        PollSettings polls = new PollSettings(Duration.ofSeconds(2), Duration.ofSeconds(60));
        return new Pace(polls, retries, clock, clock.instant().plus(waiting), new SplittableRandom(seed));
    }
}
