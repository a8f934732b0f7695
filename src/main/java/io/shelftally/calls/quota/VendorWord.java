package io.shelftally.calls.quota;

/**
 * What the vendor last said of a window, in ledger time.
 *
 * @param limit 0 if it has named none
 * @param spare the calls that it will still count before {@code spareUntilMillis}
 */
record VendorWord(long limit, long spare, long spareUntilMillis) {

    static final VendorWord NONE = new VendorWord(0, 0, 0);

    /** Two answers name the same end of a window if they differ by no more: the headers have whole seconds. */
    private static final long ROUNDING_MILLIS = 1500;

    boolean isLive(long now) {
        return spareUntilMillis > now;
    }

    /** The word after the answer to a call, of which the vendor may or may not have spoken. */
    VendorWord after(RateLimits limits, Window window, boolean restrictive, long at) {
        VendorWord known = new VendorWord(window.limitIn(limits).orElse(limit), spare, spareUntilMillis);
        long remaining = restrictive ? limits.remaining().orElse(-1L) : -1;
        if (remaining < 0) {
            return known.lessOne();
        }
        long until = at
                + Math.min(
                        limits.reset().orElse(window.length()).toMillis(),
                        window.length().toMillis());
        return known.hearing(remaining, until, at);
    }

    /** An answer that names an earlier end was given before, so that its call is in what the vendor has said since. */
    private VendorWord hearing(long remaining, long until, long at) {
        boolean newer = !isLive(at) || until > spareUntilMillis + ROUNDING_MILLIS;
        if (newer) {
            return new VendorWord(limit, remaining, until);
        }
        boolean older = until < spareUntilMillis - ROUNDING_MILLIS;
        return older ? this : new VendorWord(limit, Math.min(spare, remaining), spareUntilMillis);
    }

    private VendorWord lessOne() {
        return new VendorWord(limit, Math.max(0, spare - 1), spareUntilMillis);
    }
}
