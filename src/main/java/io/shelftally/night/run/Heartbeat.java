package io.shelftally.night.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows from time to time, on a thread of its own, that the holder of the lease is alive. The thread is never interrupted:
 * an interrupt while H2 writes closes the database file.
 */
public final class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Runnable beat;
    private final Duration every;
    private final Thread thread;

    private Heartbeat(Runnable beat, Duration every) {
        this.beat = beat;
        this.every = every;
        this.thread = new Thread(this::run, "lease-heartbeat");
        thread.setDaemon(true);
    }

    public static Heartbeat of(Lease lease) {
        return of(lease::beat, lease.beatEvery());
    }

    static Heartbeat of(Runnable beat, Duration every) {
        Heartbeat heartbeat = new Heartbeat(beat, every);
        heartbeat.thread.start();
        return heartbeat;
    }

    public void stop() {
        stopped.countDown();
    }

    private void run() {
        try {
            while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                beatOnce();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void beatOnce() {
        try {
            beat.run();
        } catch (RuntimeException e) {
            LOG.warn("the lease could not be renewed: {}", e.getMessage());
        }
    }
}
