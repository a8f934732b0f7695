package io.shelftally.calls.window;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A vendor's window of one process, which has a share of what there is for all processes. The eldest of them finds how many
 * that is, for all: each by itself would take what the others add for its own doing, and find that all pays. What the vendor
 * refuses to any of them is told to it. When it goes, the next one goes on from what it had found.
 */
final class SharedWindow implements Window {

    /** By then all processes have taken over what the eldest has found. */
    private static final long FOLLOWED_NANOS = Duration.ofMillis(2500).toNanos();

    /** Whoever has not heard of the others for so long takes no new place: they are about to take over what it has. */
    private static final long TRUST_NANOS = Duration.ofSeconds(6).toNanos();

    private final Window all;
    private final Runnable used;
    private final Runnable hurry;
    private final LongSupplier nanoTime;
    private final Places places = new Places(this::inFlight);
    private final AtomicLong refused = new AtomicLong();
    private volatile int mine;
    private volatile int followed;
    private volatile int least = Integer.MAX_VALUE;
    private volatile int most;
    private volatile int sharers = 1;
    private volatile boolean leads = true;
    private volatile boolean isSettled = true;
    private volatile long heard;
    private volatile long followedFrom = Long.MIN_VALUE;
    private long refusedBefore = -1;

    /**
     * @param all of all processes together
     * @param used is told that a collection begins
     * @param hurry has the shares looked at soon
     */
    SharedWindow(Window all, Runnable used, Runnable hurry, LongSupplier nanoTime) {
        this.all = all;
        this.used = used;
        this.hurry = hurry;
        this.nanoTime = nanoTime;
        this.followed = all.inFlight();
    }

    @Override
    public int inFlight() {
        return isHeard() ? mine : 0;
    }

    @Override
    public int ahead() {
        return all.ahead() == 0 ? 0 : InFlight.ahead(inFlight());
    }

    @Override
    public Places places() {
        used.run();
        return places;
    }

    @Override
    public void ended(EndedCall call) {
        if (!leads) {
            countIfRefused(call);
            return;
        }
        boolean isOfNow = sharers == 1 || call.begun() - followedFrom >= 0;
        if (call.isRefused() || isOfNow) {
            int before = all.inFlight();
            all.ended(call);
            if (all.inFlight() != before) {
                followedFrom = nanoTime.getAsLong() + FOLLOWED_NANOS;
                hurry.run();
            }
        }
    }

    /** Of all processes together. */
    @Override
    public WindowFigures figures() {
        WindowFigures found = all.figures();
        if (!found.isAuto()) {
            return found;
        }
        int last = leads ? found.last() : followed;
        return new WindowFigures(
                true, last, Math.min(least, leads ? found.least() : last), Math.max(most, leads ? found.most() : last));
    }

    int sharers() {
        return sharers;
    }

    /** Whether what this process has was told to the others of late. */
    boolean isHeard() {
        return nanoTime.getAsLong() - heard < TRUST_NANOS;
    }

    /** Whether this process has just its share: else it waits for others to let go of theirs, or lets go itself. */
    boolean isSettled() {
        return isSettled;
    }

    boolean isInUse() {
        return places.parts() > 0;
    }

    /** What this process is about to tell the others. */
    ShareRow row(String holder) {
        return new ShareRow(holder, mine, leads ? all.inFlight() : followed, refused.get());
    }

    /**
     * What this process has from now on, to be told to the others; what it lets go of is not taken any more.
     *
     * @return to be given to {@link #has} once the others know
     */
    int divide(Division division, String holder) {
        int share = division.share(holder);
        int taken = places.takenAfter(() -> mine = Math.min(mine, share));
        return division.places(holder, taken);
    }

    /** The others know what this process has. */
    void has(Division division, String holder, int has) {
        sharers = division.rows().size();
        lead(division.leads(holder), division.all());
        followed = leads ? all.inFlight() : division.all();
        least = Math.min(least, followed);
        most = Math.max(most, followed);
        heard = nanoTime.getAsLong();
        isSettled = has == division.share(holder);
        mine = Math.min(has, division.share(holder));
        hearRefusals(division.refused());
    }

    /** From now on this process has nothing; whether it can be left, since no call of it is in flight. */
    boolean lets() {
        return places.takenAfter(() -> mine = 0) == 0;
    }

    private void lead(boolean isEldest, int found) {
        if (isEldest && !leads) {
            long now = nanoTime.getAsLong();
            all.goOnFrom(found, now);
            followedFrom = now + FOLLOWED_NANOS;
        }
        leads = isEldest;
    }

    private void countIfRefused(EndedCall call) {
        if (call.isRefused()) {
            refused.incrementAndGet();
            hurry.run();
        }
    }

    private void hearRefusals(long sum) {
        boolean isMore = refusedBefore >= 0 && sum > refusedBefore;
        refusedBefore = sum;
        if (leads && isMore) {
            long now = nanoTime.getAsLong();
            ended(new EndedCall("refused elsewhere", now, now, true, true));
        }
    }
}
