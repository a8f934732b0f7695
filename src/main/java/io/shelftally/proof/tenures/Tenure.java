package io.shelftally.proof.tenures;

import java.time.Duration;
import java.time.Instant;

/**
 * The time in which a process had a task in hand.
 *
 * @param task its kind and its instance
 * @param holder the name that the process goes by
 * @param to when it was put down or given to another; {@link Instant#MAX} if it never was
 */
public record Tenure(String task, String holder, Instant from, Instant to) {

    /** Whether it was so at that time, or so short a time apart from it. */
    public boolean isAt(Instant time, Duration slack) {
        return !time.isBefore(from.minus(slack)) && (to.equals(Instant.MAX) || !time.isAfter(to.plus(slack)));
    }
}
