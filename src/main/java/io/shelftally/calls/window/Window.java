package io.shelftally.calls.window;

/** How many calls of a lane are open at once; what is beyond waits in its table. For any number of threads. */
public interface Window {

    /** Calls that are with the vendor at the most, at least 1. */
    int inFlight();

    /** Calls that are claimed and wait for a worker, and answers that wait to be read and stored. */
    int ahead();

    /** A call came to its end. */
    void ended(EndedCall call);

    /**
     * Takes the place of another window of the same vendor's, which found so much; a fixed one stays as it is.
     *
     * @param now as {@link System#nanoTime} tells it
     */
    default void goOnFrom(int found, long now) {}

    /** From where to where it went; what it is now, too. */
    WindowFigures figures();

    /** The places of one collection; of a window that several have, the same ones for all of them. */
    default Places places() {
        return new Places(this::inFlight);
    }

    /** Each claimed call is sent at once. */
    static Window of(int inFlight) {
        return of(inFlight, 0);
    }

    static Window of(int inFlight, int ahead) {
        return new FixedWindow(inFlight, ahead);
    }
}
