package io.shelftally.collect;

/**
 * How many calls of a lane are open at once; what is beyond waits in its table.
 *
 * @param inFlight calls that are with the vendor at the most, at least 1; the lane's client holds to it
 * @param reading answers that are read meanwhile, so that a call need not wait for the reading of another
 * @param ahead calls that are claimed and wait for a worker while answers are gathered and stored
 */
public record Window(int inFlight, int reading, int ahead) {

    /** Each claimed call is sent at once. */
    public static Window of(int inFlight) {
        return new Window(inFlight, 0, 0);
    }

    int workers() {
        return inFlight + reading;
    }

    int open() {
        return inFlight + reading + ahead;
    }
}
