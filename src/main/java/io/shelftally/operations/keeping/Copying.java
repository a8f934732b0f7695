package io.shelftally.operations.keeping;

import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.StopSignal;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Shows how far a copy is, and ends it when this process is told to stop.
 *
 * @param progress is told megabytes
 */
public record Copying(Progress progress, StopSignal stop) {

    private static final int MEGA = 20;

    /** Of a file. */
    LongConsumer of(long size) {
        progress.step("copy");
        return done -> {
            stop.check();
            progress.items("MB", done >> MEGA, size >> MEGA);
        };
    }

    /** Of rows; to be run for each. */
    Runnable rows(String step, long total) {
        progress.step(step);
        AtomicLong done = new AtomicLong();
        return () -> {
            stop.check();
            progress.items("rows", done.incrementAndGet(), total);
        };
    }
}
