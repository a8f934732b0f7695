package io.shelftally.calls.collect;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Makes calls side by side, a bounded number at a time, and hands results over in the order of completion. */
interface Workers<C, A extends CallResult> extends AutoCloseable {

    /** How many more calls may be submitted now. */
    int room();

    /** Whether nothing is submitted that was not handed over. */
    boolean isIdle();

    /** How many calls are being made. */
    int inFlight();

    /** How many may be made at once, where that is found by itself; empty where it is fixed. */
    OptionalInt window();

    void submit(List<C> calls);

    /** Waits for results, up to {@code atMost}; empty if none came. Rethrows what a call threw. */
    List<Completed<C, A>> await(Duration atMost) throws InterruptedException;

    /** Takes back the calls that no worker has begun. */
    List<C> takeBack();

    @Override
    void close();
}
