package io.shelftally.calls.hedging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Which calls are made a second time because the first is late (Dean and Barroso, "The Tail at Scale", CACM 2013). For any number
 * of threads; times are those of {@link System#nanoTime}.
 *
 * <ol>
 *   <li>A call is late after a time learned from those of its kind: {@link Lateness}.
 *   <li>Second calls are a bounded share of all calls, and only so many of them may follow each other at once.
 *   <li>None is made while the vendor is in trouble, nor for a while after it asked to be spared.
 *   <li>None is made where it does not pay: {@link Payoff}.
 * </ol>
 */
public final class Hedging {

    /** Second calls that may be made at once after a time without any. */
    static final int MOST_AT_ONCE = 8;

    private static final Duration SPARED = Duration.ofMinutes(1);

    /** What is known of one kind of call. */
    private static final class Kind {

        private final Lateness lateness;
        private final Payoff payoff = new Payoff();

        Kind(double share) {
            lateness = new Lateness(share);
        }
    }

    private final double share;
    private final Map<String, Kind> kinds = new HashMap<>();
    private double credit;
    private boolean isInTrouble;
    private boolean isSpared;
    private long sparedUntil;

    /** @param share the second calls among all calls, from 0, which makes none, to 1 */
    public Hedging(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1, not " + share);
        }
        this.share = share;
    }

    /** Makes no second calls. */
    public static Hedging off() {
        return new Hedging(0);
    }

    public boolean isOff() {
        return share == 0;
    }

    /** A first call was begun. */
    public synchronized void began(String kind) {
        credit = Math.min(MOST_AT_ONCE, credit + share);
        of(kind).payoff.called();
    }

    /** How many nanoseconds after its beginning a call is late; empty if that is not known yet. */
    public synchronized OptionalLong lateAfter(String kind) {
        return of(kind).lateness.nanos();
    }

    /** Whether a second call may be made now; true is said once for each, so make it. */
    public synchronized boolean allows(String kind, long now) {
        isSpared &= now - sparedUntil < 0;
        boolean isAllowed =
                credit >= 1 && !isInTrouble && !isSpared && of(kind).payoff.allowsAnother();
        if (isAllowed) {
            credit--;
            of(kind).payoff.begun();
        }
        return isAllowed;
    }

    /** A first call came to its end by itself. */
    public synchronized void ended(String kind, long nanos) {
        of(kind).lateness.saw(nanos);
    }

    /** A second call came to its end, or was given up. */
    public synchronized void ended(String kind, SecondCall end) {
        of(kind).payoff.ended(end);
        if (end == SecondCall.WON) {
            of(kind).lateness.sawNoEnd();
        }
    }

    /** The vendor asked to be spared: HTTP 429 or 503. */
    public synchronized void refused(long now) {
        isSpared = true;
        sparedUntil = now + SPARED.toNanos();
    }

    /** Whether the vendor fails so often that calls to it are held back. */
    public synchronized void inTrouble(boolean is) {
        isInTrouble = is;
    }

    private Kind of(String kind) {
        return kinds.computeIfAbsent(kind, any -> new Kind(share));
    }
}
