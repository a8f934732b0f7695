package io.shelftally.calls.collect;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Where a lane is at a moment.
 *
 * @param name such as {@code captures}
 * @param inFlight calls that are being made
 * @param window how many may be at the most, where that is found by itself; empty where it is fixed
 * @param quotaLeft the calls that the day has left, as of the latest claim; empty if it has no limit
 * @param waiting the rest of the waiting time; zero once it is over
 */
public record LaneFigures(
        String name, Tally tally, int inFlight, OptionalInt window, OptionalLong quotaLeft, Duration waiting) {}
