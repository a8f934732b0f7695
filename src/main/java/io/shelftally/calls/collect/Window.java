package io.shelftally.calls.collect;

/**
 * How many calls of a lane are open at once; what is beyond waits in its table.
 *
 * @param inFlight calls that are with the vendor at the most, at least 1
 * @param ahead calls that are claimed and wait for a worker, and answers that wait to be read and stored
 */
public record Window(int inFlight, int ahead) {

    /** Each claimed call is sent at once. */
    public static Window of(int inFlight) {
        return new Window(inFlight, 0);
    }

    int open() {
        return inFlight + ahead;
    }
}
