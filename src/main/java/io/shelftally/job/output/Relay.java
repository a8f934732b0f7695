package io.shelftally.job.output;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands values to a consumer on a thread of its own, a bounded number ahead, in order. */
public final class Relay<T> implements AutoCloseable {

    private record Parcel<T>(@Nullable T value) {}

    private static final int AHEAD = 8;

    private final BlockingQueue<Parcel<T>> queue = new ArrayBlockingQueue<>(AHEAD);
    private final Consumer<T> consumer;
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    public Relay(String name, Consumer<T> consumer) {
        this.consumer = consumer;
        this.thread = new Thread(this::consume, name);
        thread.setDaemon(true);
        thread.start();
    }

    public void send(T value) {
        put(new Parcel<>(value));
    }

    /** Waits until everything sent is consumed; throws what the consumer threw. */
    public void finish() {
        put(new Parcel<>(null));
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

    private void put(Parcel<T> parcel) {
        try {
            while (!queue.offer(parcel, 100, TimeUnit.MILLISECONDS)) {
                rethrow();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void consume() {
        try {
            for (T value = queue.take().value();
                    value != null;
                    value = queue.take().value()) {
                consumer.accept(value);
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
