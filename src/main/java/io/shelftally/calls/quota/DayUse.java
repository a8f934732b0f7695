package io.shelftally.calls.quota;

import java.util.OptionalLong;

/**
 * The calls of the last 24 hours.
 *
 * @param limit the most that the ledger allows; 0 is no limit
 */
public record DayUse(long used, long limit) {

    /** Empty if there is no limit. */
    public OptionalLong limitIfAny() {
        return limit == 0 ? OptionalLong.empty() : OptionalLong.of(limit);
    }

    /** The calls that are left; empty if there is no limit. */
    public OptionalLong left() {
        return limit == 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, limit - used));
    }
}
