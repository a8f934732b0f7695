package io.shelftally.calls.collect;

import io.shelftally.base.logging.LogField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workers that are threads: one for each call in flight, virtual where the JDK has them. It sends its next call as soon as
 * the answer is there; to read answers is work for processors, and has a platform thread for each of these. While
 * calls wait for a thread, results are gathered for a moment: a commit costs the same for one result as for a hundred.
 */
final class ThreadWorkers<C, A extends CallResult> implements Workers<C, A> {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadWorkers.class);

    /** A call whose answer is not read yet. */
    private record Answered<C, A extends CallResult>(C call, Supplier<A> answer) {}

    /** A result, or what the call or its reading threw. */
    private record Done<C, A extends CallResult>(
            C call, @Nullable A result, @Nullable Throwable failure) {}

    /** Items that are settled in one transaction, and while threads wait for calls that it may bring. */
    private static final int MOST_ITEMS = 500;

    private static final int MOST_ITEMS_WHILE_IDLE = 100;
    private static final Duration GATHERING = Duration.ofMillis(200);
    private static final Duration READING = Duration.ofMillis(10);

    private final BlockingQueue<C> ready = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answered<C, A>> answered = new LinkedBlockingQueue<>();
    private final BlockingQueue<Done<C, A>> done = new LinkedBlockingQueue<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger unread = new AtomicInteger();
    private final ExecutorService callers;
    private final ExecutorService readers;
    private final Lane<C, A> lane;
    private final Window window;
    private final Map<String, String> logged = LogField.all();
    private int open;

    ThreadWorkers(Lane<C, A> lane, Window window) {
        this.lane = lane;
        this.window = window;
        this.callers = WorkerThreads.waiting(lane.name(), window.inFlight(), this::call);
        this.readers = WorkerThreads.computing(lane.name() + "-reader", this::read);
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
        return busy.get();
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
        if (batch.stream().anyMatch(one -> one.failure() != null)) {
            batch.addAll(rest());
        }
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

    /** Ends the calls in flight; the answers that have come are read, to be settled before the failure is rethrown. */
    private List<Done<C, A>> rest() throws InterruptedException {
        callers.shutdownNow();
        List<Done<C, A>> rest = new ArrayList<>();
        while (unread.get() > 0 || !done.isEmpty()) {
            Done<C, A> one = done.poll(READING.toNanos(), TimeUnit.NANOSECONDS);
            if (one != null) {
                rest.add(one);
            }
        }
        return rest;
    }

    @Override
    public List<C> takeBack() {
        List<C> calls = new ArrayList<>();
        open -= ready.drainTo(calls);
        return calls;
    }

    @Override
    public void close() {
        callers.shutdownNow();
        readers.shutdownNow();
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

    private void call() throws InterruptedException {
        C call = ready.take();
        busy.incrementAndGet();
        about(call);
        try {
            Supplier<A> answer = lane.perform(call);
            unread.incrementAndGet();
            answered.add(new Answered<>(call, answer));
        } catch (RuntimeException | Error e) {
            done.add(new Done<>(call, null, e));
        } finally {
            busy.decrementAndGet();
        }
    }

    private void read() throws InterruptedException {
        Answered<C, A> one = answered.take();
        about(one.call());
        try {
            done.add(new Done<>(one.call(), one.answer().get(), null));
            LOG.debug("{} is answered", lane.subject(one.call()));
        } catch (RuntimeException | Error e) {
            done.add(new Done<>(one.call(), null, e));
        } finally {
            unread.decrementAndGet();
        }
    }

    /** Says what this thread's lines of the log are about. */
    private void about(C call) {
        LogField.take(logged);
        LogField.ITEM.set(lane.subject(call));
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
