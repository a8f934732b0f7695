package io.shelftally.operations.telling;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All who are told of a run, side by side. Nobody waits for them at its beginning; at its end the process waits as long as the
 * setting says. Each that fails is warned of once, and changes nothing.
 */
public final class Tellers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tellers.class);

    private final List<Told> all;
    private final Duration longest;

    /** @param longest how long the end of a run waits for all of them */
    public Tellers(List<Teller> tellers, Duration longest) {
        this.all = tellers.stream().map(Told::new).toList();
        this.longest = longest;
    }

    /** Begins to tell, and returns at once. */
    public void tell(RunEvent event) {
        all.stream().filter(told -> told.teller.wants(event)).forEach(told -> told.begin(event));
    }

    /** Waits until all are told, or the time is over. */
    public void await() {
        long end = System.nanoTime() + longest.toNanos();
        all.forEach(told -> told.await(end, longest));
    }

    @Override
    public void close() {
        all.forEach(told -> told.thread.shutdownNow());
    }

    private static final class Told {

        private final Teller teller;
        private final ExecutorService thread;
        private @Nullable Future<?> latest;
        private boolean isWarned;

        Told(Teller teller) {
            this.teller = teller;
            this.thread = Executors.newSingleThreadExecutor(work -> {
                Thread thread = new Thread(work, "tell");
                thread.setDaemon(true);
                return thread;
            });
        }

        void begin(RunEvent event) {
            latest = thread.submit(() -> {
                try {
                    teller.tell(event);
                } catch (IOException | RuntimeException | LinkageError e) {
                    warn(words(e));
                }
                return null;
            });
        }

        void await(long end, Duration longest) {
            if (latest == null) {
                return;
            }
            try {
                latest.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                warn("no end within " + longest.toSeconds() + " s");
            } catch (ExecutionException e) {
                warn(words(Objects.requireNonNullElse(e.getCause(), e)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void warn(String cause) {
            if (!isWarned) {
                isWarned = true;
                LOG.warn("{} could not be told: {}", teller.name(), cause);
            }
        }

        private static String words(Throwable trouble) {
            String message = trouble.getMessage();
            return message == null ? trouble.getClass().getSimpleName() : message;
        }
    }
}
