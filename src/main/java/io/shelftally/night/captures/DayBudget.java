package io.shelftally.night.captures;

import java.util.OptionalLong;

/** Spends the calls of a day on captures, one after the other in the order in which they are begun. */
final class DayBudget {

    private long left;
    private long spent;
    private long deferred;

    /** @param left the calls that the day has left; empty if it has no limit */
    DayBudget(OptionalLong left) {
        this.left = left.orElse(Long.MAX_VALUE);
    }

    /**
     * Spends calls on the next capture, as far as there are any.
     *
     * @param needed with fewer than these the capture is deferred
     */
    void spend(long calls, long needed) {
        deferred += left < needed ? 1 : 0;
        long made = Math.min(left, calls);
        left -= made;
        spent += made;
    }

    long spent() {
        return spent;
    }

    long deferred() {
        return deferred;
    }
}
