package io.shelftally.job.output;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows to a consumer on a thread of its own, in order and a bounded number ahead: far enough that nobody waits while a
 * transaction is written, or a file forced to the disk.
 */
public final class Relay<R> implements AutoCloseable {

    /** Four transactions of the table; some 2 MB. */
    static final int MOST_AHEAD = 20_000;

    private final BlockingQueue<List<R>> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_AHEAD);
    private final Consumer<List<R>> consumer;
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    public Relay(String name, Consumer<List<R>> consumer) {
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

    @Override
    public void close() {
        thread.interrupt();
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
    private static int taken(List<?> rows) {
        return Math.min(rows.size(), MOST_AHEAD);
    }

    private void consume() {
        try {
            for (List<R> rows = queue.take(); !rows.isEmpty(); rows = queue.take()) {
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
