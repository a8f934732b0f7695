package io.shelftally.calls.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends calls that are past their deadline or whose thread was interrupted, at most 50 ms later: a thread that waits for
 * a socket notices neither by itself.
 */
final class CallWatch implements AutoCloseable {

    /** A call that is being made by the thread that began it. */
    final class Watched {

        private final HttpUriRequestBase request;
        private final Thread thread = Thread.currentThread();
        private final long end;
        private volatile boolean isLate;

        private Watched(HttpUriRequestBase request, Duration deadline) {
            this.request = request;
            this.end = System.nanoTime() + deadline.toNanos();
        }

        /** Whether the call was ended because its deadline passed. */
        boolean isLate() {
            return isLate;
        }

        /** Ends the connection, unless it was given back for the next call. */
        void end() {
            running.remove(this);
            cancel();
        }

        private void check() {
            if (System.nanoTime() - end >= 0) {
                isLate = true;
                cancel();
            } else if (thread.isInterrupted()) {
                cancel();
            }
        }

        /** Whatever goes wrong for one call must not end the watch over the others. */
        private void cancel() {
            try {
                request.cancel();
            } catch (RuntimeException trouble) {
                LOG.warn("a call could not be ended: {}", trouble.getClass().getSimpleName());
            }
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(CallWatch.class);
    private static final long EVERY_MILLIS = 50;

    private final Set<Watched> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(CallWatch::daemon);
    private final Future<?> rounds;

    CallWatch() {
        rounds = timer.scheduleWithFixedDelay(
                () -> running.forEach(Watched::check), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Watches a call of this thread until it is ended. */
    Watched begin(HttpUriRequestBase request, Duration deadline) {
        Watched watched = new Watched(request, deadline);
        running.add(watched);
        return watched;
    }

    /** Ends all calls. */
    @Override
    public void close() {
        rounds.cancel(false);
        timer.shutdown();
        running.forEach(Watched::cancel);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "vendor-calls");
        thread.setDaemon(true);
        return thread;
    }
}
