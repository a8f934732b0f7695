package io.shelftally.collect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Workers that are threads: virtual where the JDK has them, else platform threads, one for each call. While
 * calls wait for a thread, results are gathered for a moment: a commit costs the same for one result as for a hundred.
 */
final class ThreadWorkers<C, A extends CallResult> implements Workers<C, A> {

    /** A result, or what the call threw. */
    private record Done<C, A extends CallResult>(
            C call, @Nullable A result, @Nullable Throwable failure) {}

    /** Items that are settled in one transaction, and while threads wait for calls that it may bring. */
    private static final int MOST_ITEMS = 500;

    private static final int MOST_ITEMS_WHILE_IDLE = 100;
    private static final Duration GATHERING = Duration.ofMillis(200);

    private final BlockingQueue<C> ready = new LinkedBlockingQueue<>();
    private final BlockingQueue<Done<C, A>> done = new LinkedBlockingQueue<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final ExecutorService threads;
    private final Lane<C, A> lane;
    private final Window window;
    private int open;

    ThreadWorkers(Lane<C, A> lane, Window window) {
        this.lane = lane;
        this.window = window;
        this.threads = WorkerThreads.start(lane.name(), window.workers(), this::work);
    }

    @Override
    public int room() {
        return window.open() - open;
    }

    @Override
    public boolean isIdle() {
        return open == 0;
    }

    @Override
    public int inFlight() {
        return Math.min(busy.get(), window.inFlight());
    }

    @Override
    public void submit(List<C> calls) {
        open += calls.size();
        ready.addAll(calls);
    }

    @Override
    public List<Completed<C, A>> await(Duration atMost) throws InterruptedException {
        Done<C, A> first = done.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        if (first == null) {
            return List.of();
        }
        List<Done<C, A>> batch = gather(first);
        open -= batch.size();
        return results(batch);
    }

    /** The first result and those that follow shortly, as long as no thread runs out of calls meanwhile. */
    private List<Done<C, A>> gather(Done<C, A> first) throws InterruptedException {
        List<Done<C, A>> batch = new ArrayList<>();
        int items = 0;
        long end = System.nanoTime() + GATHERING.toNanos();
        Done<C, A> next = first;
        while (next != null) {
            batch.add(next);
            items += lane.items(next.call());
            boolean isIdle = ready.isEmpty();
            boolean isFull = items >= (isIdle ? MOST_ITEMS_WHILE_IDLE : MOST_ITEMS) || next.failure() != null;
            long pause = isIdle ? 0 : end - System.nanoTime();
            next = isFull ? null : done.poll(pause, TimeUnit.NANOSECONDS);
        }
        return batch;
    }

    @Override
    public List<C> takeBack() {
        List<C> calls = new ArrayList<>();
        open -= ready.drainTo(calls);
        return calls;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private List<Completed<C, A>> results(List<Done<C, A>> batch) {
        List<Completed<C, A>> results = new ArrayList<>(batch.size());
        List<Throwable> failures = new ArrayList<>();
        for (Done<C, A> one : batch) {
            if (one.result() != null) {
                results.add(new Completed<>(one.call(), one.result()));
            } else if (one.failure() != null) {
                failures.add(one.failure());
            }
        }
        if (!failures.isEmpty()) {
            lane.settle(results);
            throw unchecked(failures.get(0));
        }
        return results;
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                C call = ready.take();
                busy.incrementAndGet();
                done.add(make(call));
                busy.decrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Done<C, A> make(C call) throws InterruptedException {
        try {
            return new Done<>(call, lane.perform(call), null);
        } catch (RuntimeException | Error e) {
            return new Done<>(call, null, e);
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
