package io.shelftally.calls.quota;

/**
 * The calls that the vendor may be counting in a window.
 *
 * @param calls all of them
 * @param pending those of them that have no answer yet
 */
record WindowUse(long calls, long pending) {

    static final WindowUse NONE = new WindowUse(0, 0);

    WindowUse plus(int moreCalls, int morePending) {
        return new WindowUse(calls + moreCalls, pending + morePending);
    }
}
