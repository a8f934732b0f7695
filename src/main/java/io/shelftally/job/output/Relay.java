package io.shelftally.job.output;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows to a consumer on a thread of its own, in order and a bounded number ahead: far enough that nobody waits while a
 * transaction is written, or a file forced to the disk. The thread is never interrupted: that would close H2's file.
 */
public final class Relay<R> implements AutoCloseable {

    /** As {@code mostAhead} of reconciled rows: some MB. */
    public static final int MANY_ROWS = 20_000;

    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

    private final BlockingQueue<List<R>> queue = new LinkedBlockingQueue<>();
    private final int mostAhead;
    private final Semaphore room;
    private final Consumer<List<R>> consumer;
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile boolean isAbandoned;

    /** @param mostAhead so many rows may wait at the most; of more at once, all */
    public Relay(String name, int mostAhead, Consumer<List<R>> consumer) {
        this.mostAhead = mostAhead;
        this.room = new Semaphore(mostAhead);
        this.consumer = consumer;
        this.thread = new Thread(this::consume, name);
        thread.setDaemon(true);
        thread.start();
    }

    public void send(List<R> rows) {
        if (!rows.isEmpty()) {
            put(rows);
        }
    }

    /** Waits until everything sent is consumed; throws what the consumer threw. */
    public void finish() {
        queue.add(List.of());
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        rethrow();
    }

    /** What the consumer has in hand comes to its end, so that nobody writes to a database that is being closed; what waits does not. */
    @Override
    public void close() {
        isAbandoned = true;
        queue.add(List.of());
        try {
            thread.join(LONGEST_WRITE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(List<R> rows) {
        try {
            while (!room.tryAcquire(taken(rows), 100, TimeUnit.MILLISECONDS)) {
                rethrow();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        queue.add(rows);
    }

    /** Rows of one scan are handed over even if there are more of them than there is room. */
    private int taken(List<?> rows) {
        return Math.min(rows.size(), mostAhead);
    }

    private void consume() {
        try {
            for (List<R> rows = queue.take(); !rows.isEmpty() && !isAbandoned; rows = queue.take()) {
                consumer.accept(rows);
                room.release(taken(rows));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void rethrow() {
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    private static IllegalStateException interrupted() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted");
    }
}
