package io.shelftally.operations.launch;

import io.shelftally.calls.collect.StopSignal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns SIGTERM and SIGINT into a graceful stop: the run is told, ends by itself, and the process exits with the run's own
 * code instead of the signal's.
 */
public final class Shutdown {

    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final CountDownLatch FINISHED = new CountDownLatch(1);

    private static volatile Duration grace = GRACE;
    private static volatile int code = ExitCode.TRY_LATER.number();

    private Shutdown() {}

    public static void stops(StopSignal signal) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(signal), "stop"));
    }

    /** From now on an end is waited for so long. */
    public static void waits(Duration longest) {
        grace = longest;
    }

    public static void finished(int exitCode) {
        code = exitCode;
        FINISHED.countDown();
    }

    private static void stop(StopSignal signal) {
        signal.set();
        try {
            boolean ended = FINISHED.await(grace.toSeconds(), TimeUnit.SECONDS);
            Runtime.getRuntime().halt(ended ? code : ExitCode.TRY_LATER.number());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
