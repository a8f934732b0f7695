package io.shelftally.base.threads;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on several things at once, on as many threads as the machine has cores, and hands over what came out in the order of the
 * things. A few are under way at a time. None of the threads is ever interrupted: that would close H2's file.
 */
public final class SideBySide implements AutoCloseable {

    /** Each holds a connection now and then; with more, the one thread that takes the results would be waited for. */
    private static final int MOST_THREADS = 6;

    private static final Duration LONGEST_READ = Duration.ofSeconds(10);

    private final int ahead;
    private final ExecutorService threads;

    /** @param name of the threads, each with a number behind it */
    public SideBySide(String name) {
        this(name, Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS));
    }

    SideBySide(String name, int threads) {
        AtomicInteger number = new AtomicInteger();
        this.ahead = 2 * threads;
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Returns when all results are taken; throws what a thread, or the taker, threw.
     *
     * @param work for any thread
     * @param taker for the calling thread
     */
    public <T, R> void each(List<T> things, Function<T, R> work, Consumer<R> taker) {
        Queue<CompletableFuture<R>> underWay = new ArrayDeque<>();
        for (T thing : things) {
            if (underWay.size() == ahead) {
                taker.accept(result(underWay.remove()));
            }
            underWay.add(CompletableFuture.supplyAsync(() -> work.apply(thing), threads));
        }
        while (!underWay.isEmpty()) {
            taker.accept(result(underWay.remove()));
        }
    }

    private static <R> R result(CompletableFuture<R> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** What is under way comes to its end, so that nobody reads from a database that is being closed. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(LONGEST_READ.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
