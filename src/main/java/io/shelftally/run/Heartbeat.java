package io.shelftally.run;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Shows from time to time, on a thread of its own, that the holder of the lease is alive. */
public final class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Lease lease;
    private final Thread thread;

    private Heartbeat(Lease lease) {
        this.lease = lease;
        this.thread = new Thread(this::beat, "lease-heartbeat");
        thread.setDaemon(true);
    }

    public static Heartbeat of(Lease lease) {
        Heartbeat heartbeat = new Heartbeat(lease);
        heartbeat.thread.start();
        return heartbeat;
    }

    public void stop() {
        thread.interrupt();
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(EVERY.toMillis());
                beatOnce();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void beatOnce() {
        try {
            lease.beat();
        } catch (DataAccessException e) {
            LOG.warn("the lease could not be renewed: {}", e.getMessage());
        }
    }
}
