package io.shelftally.calls.window;

import java.util.concurrent.TimeUnit;

/**
 * What a window keeps below for half a minute after the vendor asked to be spared. It is by the window where that began: when a
 * vendor refuses everything for a second, the window falls far, and needs not find its way back by small steps.
 */
final class Ceiling {

    private static final long SPARED = TimeUnit.SECONDS.toNanos(30);
    private static final double BELOW = 0.8;

    private int height = Integer.MAX_VALUE;
    private boolean isRefusing;
    private long until;

    /** The vendor refused a call while the window was this, and times calls again once it refuses none. */
    void refused(int window, long now) {
        height = isRefusing ? height : (int) (BELOW * window);
        isRefusing = true;
        until = now + SPARED;
    }

    /** Calls were timed, and none was refused. */
    void passed(long now) {
        isRefusing = false;
        if (now - until >= 0) {
            height = Integer.MAX_VALUE;
        }
    }

    int height() {
        return height;
    }
}
