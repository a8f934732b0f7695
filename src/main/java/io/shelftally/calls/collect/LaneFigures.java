package io.shelftally.calls.collect;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Where a lane is at a moment.
 *
 * @param name such as {@code captures}
 * @param inFlight calls that are being made; empty where other processes make them, and do not say
 * @param window how many may be at the most, where that is found by itself; empty where it is fixed
 * @param quotaLeft the calls that the day has left, as of the latest claim; empty if it has no limit
 * @param waiting the rest of the waiting time; zero once it is over
 */
public record LaneFigures(
        String name, Tally tally, OptionalInt inFlight, OptionalInt window, OptionalLong quotaLeft, Duration waiting) {}
