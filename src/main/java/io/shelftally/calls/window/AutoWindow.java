package io.shelftally.calls.window;

/**
 * Finds how many calls a vendor bears at once: as many as make it faster, and not those that only queue there.
 *
 * <ol>
 *   <li>Calls are timed in epochs of one window each. Those that were begun before it, or not beside as many others as it
 *       allows, do not count, nor do the first that a wider window adds: they fill the queue, and open connections.
 *   <li>What the epochs say is up to {@link Search}.
 *   <li>When the vendor asks to be spared (429, 503) the window falls by a third, and again as long as calls begun since are
 *       answered so. Then the search begins anew, for half a minute below four fifths of where that began.
 * </ol>
 */
public final class AutoWindow implements Window {

    /** What it begins with. */
    static final int FIRST = 32;

    static final int LEAST = 4;
    static final int MOST = 512;

    private static final double AFTER_REFUSAL = 2.0 / 3;

    private final Search search = new Search(LEAST, MOST);
    private int now = FIRST;
    private int least = FIRST;
    private int most = FIRST;
    private Epoch epoch = new Epoch(FIRST);
    private int toSettle = FIRST;
    private long since = Long.MIN_VALUE;
    private boolean hasBegun;

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
            search.refused(now, call.ended());
            goTo(Math.max(LEAST, (int) (now * AFTER_REFUSAL)), call.ended());
        } else if (call.wasFull()) {
            saw(call);
        }
    }

    /** Searches anew from there; a beginning that it never used counts for nothing. */
    @Override
    public synchronized void goOnFrom(int found, long time) {
        int window = Math.max(LEAST, Math.min(MOST, found));
        least = hasBegun ? least : window;
        most = hasBegun ? most : window;
        search.beginAnew();
        goTo(window, time);
    }

    private void saw(EndedCall call) {
        if (toSettle > 0) {
            toSettle--;
            return;
        }
        epoch.add(call);
        if (search.isEnough(epoch)) {
            goTo(search.next(epoch), call.ended());
        }
    }

    private void goTo(int window, long time) {
        if (window != now) {
            toSettle = window > now ? window : 0;
            since = time;
            hasBegun = true;
        }
        now = window;
        least = Math.min(least, now);
        most = Math.max(most, now);
        epoch = new Epoch(now);
    }
}
