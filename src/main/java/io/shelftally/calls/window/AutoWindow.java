package io.shelftally.calls.window;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds how many calls a vendor bears at once: as many as make it faster, and not those that only queue there.
 *
 * <ol>
 *   <li>Calls are timed in epochs, each with one window; the epochs of two windows are compared. If latency grew as much as the
 *       window did, the further calls only queued; if it did not, they were answered besides. No lowest latency is kept to
 *       compare with: it may be false, by a cache or by a good hour.
 *   <li>It begins at {@value #FIRST} and tries twice as many, again and again while that pays; then half as many while that costs
 *       nothing; then ever smaller steps. Where neither a step up nor a step down pays it stays, a little above the last window
 *       that paid.
 *   <li>After some epochs it tries a step up and a step down again, and sooner if latency changed.
 *   <li>When the vendor asks to be spared (429, 503) it falls by a third, and stays there for some time.
 * </ol>
 */
public final class AutoWindow implements Window {

    /** What it begins with. */
    static final int FIRST = 32;

    static final int LEAST = 4;
    static final int MOST = 512;

    private static final int SHORTEST_EPOCH = 96;
    private static final int LONGEST_EPOCH = 384;
    private static final double PAYS = 0.65;
    private static final double ABOVE = 0.75;
    private static final double WIDE = 2;
    private static final double NARROW = 1.2;
    private static final double AFTER_REFUSAL = 2.0 / 3;
    private static final double FAR = Math.log(1.8);
    private static final double CHANGED = Math.log(1.4);
    private static final int STAY = 10;
    private static final int STAY_AFTER_REFUSAL = 40;

    /** One way to go from the anchor. */
    private static final class Way {

        private double factor = WIDE;
        private int accepted;
        private boolean isClosed;

        void open(double widest) {
            factor = widest;
            accepted = 0;
            isClosed = false;
        }

        void accept() {
            accepted++;
            if (accepted > 1) {
                factor = Math.min(WIDE, factor * factor);
            }
        }

        void refuse() {
            accepted = 0;
            isClosed = factor <= NARROW;
            factor = Math.max(NARROW, Math.sqrt(factor));
        }
    }

    private final Way up = new Way();
    private final Way down = new Way();
    private int now = FIRST;
    private int least = FIRST;
    private int most = FIRST;
    private Epoch epoch = new Epoch(FIRST);
    private int toSettle = FIRST;
    private long since = Long.MIN_VALUE;
    private boolean hasBegun;

    /** The window that the others are compared with; null before the first epoch is over. */
    private @Nullable Epoch anchor;

    private @Nullable Epoch low;
    private int lowFor;
    private int refusedAt = Integer.MAX_VALUE;
    private int stay;
    private int changes;

    @Override
    public synchronized int inFlight() {
        return now;
    }

    @Override
    public synchronized int ahead() {
        return InFlight.ahead(now);
    }

    @Override
    public synchronized WindowFigures figures() {
        return new WindowFigures(true, now, least, most);
    }

    @Override
    public synchronized void ended(EndedCall call) {
        boolean isOfNow = !hasBegun || call.begun() - since >= 0;
        if (!isOfNow) {
            return;
        }
        if (call.isRefused()) {
            fall(call.ended());
        } else if (call.wasFull()) {
            saw(call);
        }
    }

    private void saw(EndedCall call) {
        if (toSettle > 0) {
            toSettle--;
            return;
        }
        epoch.add(call.kind(), call.ended() - call.begun());
        if (epoch.calls() >= enough()) {
            goTo(next(epoch), call.ended());
        }
    }

    /** The calls of an epoch: what is far apart is told apart by fewer. */
    private int enough() {
        int whole = Math.max(SHORTEST_EPOCH, Math.min(2 * now, LONGEST_EPOCH));
        boolean isFar = anchor != null && Math.abs(Math.log((double) now / anchor.window())) > FAR;
        return isFar ? whole / 2 : whole;
    }

    /** The window after an epoch. */
    private int next(Epoch ended) {
        lowFor++;
        if (low == null || ended.window() <= low.window() || lowFor > 100) {
            low = ended;
            lowFor = 0;
        }
        if (stay > 0) {
            return staying(ended);
        }
        Epoch from = anchor;
        if (from == null) {
            anchor = ended;
        } else if (ended.window() > from.window()) {
            wentUp(from, ended);
        } else if (ended.window() < from.window()) {
            wentDown(from, ended);
        }
        return step();
    }

    private int staying(Epoch ended) {
        Epoch from = anchor == null || anchor.window() != ended.window() ? ended : anchor;
        anchor = from;
        changes = Math.abs(ended.slowerThan(from)) > CHANGED ? changes + 1 : 0;
        stay--;
        if (stay > 0 && changes < 2) {
            return now;
        }
        boolean hasChanged = changes >= 2;
        stay = 0;
        changes = 0;
        anchor = ended;
        refusedAt = Integer.MAX_VALUE;
        boolean isFarUp = isFarUp(ended);
        up.open(hasChanged ? WIDE : NARROW);
        up.isClosed = isFarUp;
        down.open(hasChanged || isFarUp ? WIDE : NARROW);
        return step();
    }

    /** Whether latency grew as the window did since a much smaller one: steps that each seemed to pay led into a queue. */
    private boolean isFarUp(Epoch ended) {
        return low != null && low.window() < ended.window() && ended.slopeFrom(low) > PAYS;
    }

    private void wentUp(Epoch from, Epoch ended) {
        if (ended.slopeFrom(from) < PAYS && !isFarUp(ended)) {
            anchor = ended;
            up.accept();
            down.isClosed = true;
        } else {
            refusedAt = ended.window();
            up.refuse();
        }
    }

    private void wentDown(Epoch from, Epoch ended) {
        if (ended.slopeFrom(from) > PAYS) {
            anchor = ended;
            refusedAt = from.window();
            down.accept();
            up.open(Math.sqrt(WIDE));
        } else {
            down.refuse();
        }
    }

    /** From the anchor up, or down, or, where both are closed, to where it stays. */
    private int step() {
        int from = Objects.requireNonNull(anchor).window();
        while (!up.isClosed) {
            int next = Math.min(MOST, Math.max(from + 1, (int) Math.round(from * up.factor)));
            if (next > from && next < refusedAt) {
                return next;
            }
            up.refuse();
        }
        while (!down.isClosed) {
            int next = Math.max(LEAST, Math.min(from - 1, (int) Math.round(from / down.factor)));
            if (next < from) {
                return next;
            }
            down.refuse();
        }
        stay = STAY;
        return refusedAt > MOST ? from : (int) Math.round(from * Math.pow((double) refusedAt / from, ABOVE));
    }

    private void fall(long time) {
        stay = STAY_AFTER_REFUSAL;
        changes = 0;
        int lower = Math.max(LEAST, (int) (now * AFTER_REFUSAL));
        anchor = null;
        goTo(lower, time);
    }

    private void goTo(int window, long time) {
        if (window != now) {
            toSettle = window;
            since = time;
            hasBegun = true;
        }
        now = window;
        least = Math.min(least, now);
        most = Math.max(most, now);
        epoch = new Epoch(now);
    }
}
