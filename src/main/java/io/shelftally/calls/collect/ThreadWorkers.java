package io.shelftally.calls.collect;

import io.shelftally.base.logging.LogField;
import io.shelftally.calls.hedging.Hedging;
import io.shelftally.calls.http.ThisCall;
import io.shelftally.calls.window.Places;
import io.shelftally.calls.window.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
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
 * A late call's second one goes before all that wait, into a place of the same window.
 */
final class ThreadWorkers<C, A extends CallResult> implements Workers<C, A> {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadWorkers.class);

    /** A call whose answer is not read yet. */
    private record Answered<C, A extends CallResult>(Runner<C, A> runner, Supplier<A> answer) {}

    /** A result, or what the call or its reading threw. */
    private record Done<C, A extends CallResult>(
            C call,
            @Nullable Completed<C, A> result,
            @Nullable Throwable failure) {}

    /** Items that are settled in one transaction. */
    private static final int MOST_ITEMS = 500;

    private static final Duration GATHERING = Duration.ofMillis(200);
    private static final Duration READING = Duration.ofMillis(10);
    private static final Duration LOOKING = Duration.ofMillis(4);

    private final Queue<C> ready = new ConcurrentLinkedQueue<>();
    private final Queue<Runner<C, A>> repeats = new ConcurrentLinkedQueue<>();
    private final Set<Race<C, A>> running = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Answered<C, A>> answered = new LinkedBlockingQueue<>();
    private final BlockingQueue<Done<C, A>> done = new LinkedBlockingQueue<>();
    private final AtomicInteger unread = new AtomicInteger();
    private final ExecutorService callers;
    private final ExecutorService readers;
    private final ExecutorService watchers;
    private final Lane<C, A> lane;
    private final Window window;
    private final Map<String, String> logged = LogField.all();
    private final Hedging hedging;
    private final Places.Part places;
    private volatile boolean isClosing;
    private int open;

    ThreadWorkers(Lane<C, A> lane, Window window, Hedging hedging) {
        this.lane = lane;
        this.window = window;
        this.hedging = hedging;
        this.places = window.places().part();
        this.callers = WorkerThreads.waiting(lane.name());
        this.readers = WorkerThreads.computing(lane.name() + "-reader", this::read);
        this.watchers = WorkerThreads.repeating(lane.name() + "-late", hedging.isOff() ? 0 : 1, this::look);
    }

    @Override
    public int room() {
        return Math.max(0, places.share(window.inFlight()) + places.share(window.ahead()) - open);
    }

    @Override
    public boolean isIdle() {
        return open == 0;
    }

    @Override
    public int inFlight() {
        return places.taken();
    }

    @Override
    public OptionalInt window() {
        return window.figures().found();
    }

    @Override
    public void submit(List<C> calls) {
        open += calls.size();
        ready.addAll(calls);
        begin();
    }

    @Override
    public List<Completed<C, A>> await(Duration atMost) throws InterruptedException {
        Done<C, A> first = first(atMost);
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

    /** While calls wait for places that other collections have, these are asked for again and again. */
    private @Nullable Done<C, A> first(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            begin();
            long rest = end - System.nanoTime();
            Done<C, A> one = done.poll(isWaiting() ? Math.min(rest, LOOKING.toNanos()) : rest, TimeUnit.NANOSECONDS);
            if (one != null || rest <= 0) {
                return one;
            }
        }
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
            boolean isFull = items >= MOST_ITEMS || next.failure() != null;
            long pause = ready.isEmpty() ? 0 : end - System.nanoTime();
            next = isFull ? null : done.poll(pause, TimeUnit.NANOSECONDS);
        }
        return batch;
    }

    /** Ends the calls in flight; the answers that have come are read, to be settled before the failure is rethrown. */
    private List<Done<C, A>> rest() throws InterruptedException {
        endCalls();
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
        watchers.shutdownNow();
        List<C> calls = new ArrayList<>();
        for (C call = ready.poll(); call != null; call = ready.poll()) {
            calls.add(call);
        }
        open -= calls.size();
        return calls;
    }

    @Override
    public void close() {
        endCalls();
        readers.shutdownNow();
        places.close();
    }

    private void endCalls() {
        isClosing = true;
        watchers.shutdownNow();
        callers.shutdownNow();
    }

    private List<Completed<C, A>> results(List<Done<C, A>> batch) {
        List<Completed<C, A>> results = new ArrayList<>(batch.size());
        List<Throwable> failures = new ArrayList<>();
        for (Done<C, A> one : batch) {
            if (one.result() != null) {
                results.add(one.result());
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

    /** Has threads make what waits, as many as there are places. */
    private void begin() {
        while (isWaiting() && places.take()) {
            Runner<C, A> runner = next();
            if (runner == null) {
                places.giveBack();
            } else {
                make(runner);
            }
        }
    }

    private void make(Runner<C, A> runner) {
        try {
            callers.execute(() -> callOn(runner));
        } catch (RejectedExecutionException closed) {
            places.giveBack();
        }
    }

    private boolean isWaiting() {
        return !isClosing && !(ready.isEmpty() && repeats.isEmpty());
    }

    private @Nullable Runner<C, A> next() {
        Runner<C, A> repeat = repeats.poll();
        C call = repeat == null ? ready.poll() : null;
        if (call == null) {
            return repeat;
        }
        Race<C, A> race = new Race<>(call, new Lessons(lane.repeatable(call), hedging, window));
        if (!hedging.isOff()) {
            running.add(race);
        }
        return race.first();
    }

    /** Makes a call, and others as long as there are some and there is a place for them. */
    private void callOn(Runner<C, A> first) {
        Runner<C, A> runner = first;
        try {
            while (runner != null) {
                call(runner);
                boolean mayGoOn = places.keep();
                runner = mayGoOn && !isClosing ? next() : null;
                if (mayGoOn && runner == null) {
                    places.giveBack();
                }
            }
        } catch (InterruptedException e) {
            places.giveBack();
            Thread.currentThread().interrupt();
        }
        begin();
    }

    private void call(Runner<C, A> runner) throws InterruptedException {
        if (!runner.begin(System.nanoTime(), places.areFull(), Thread.currentThread()::interrupt)) {
            return;
        }
        about(runner.call());
        try {
            Supplier<A> answer = perform(runner);
            unread.incrementAndGet();
            answered.add(new Answered<>(runner, answer));
        } catch (InterruptedException e) {
            if (!runner.isGivenUp()) {
                throw e;
            }
        } catch (RuntimeException | Error e) {
            failed(runner, e);
        }
        throwIfClosing();
    }

    private Supplier<A> perform(Runner<C, A> runner) throws InterruptedException {
        ThisCall.isOf(runner::send);
        try {
            return lane.perform(runner.call());
        } finally {
            ThisCall.isOver();
            if (runner.arrive(System.nanoTime())) {
                Thread.interrupted();
            }
        }
    }

    /** To be given up may have hidden that all are to end. */
    private void throwIfClosing() throws InterruptedException {
        if (isClosing) {
            throw new InterruptedException();
        }
    }

    private void look() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(LOOKING.toNanos());
        long now = System.nanoTime();
        for (Race<C, A> race : running) {
            race.look(now).ifPresent(repeats::add);
        }
        begin();
    }

    private void read() throws InterruptedException {
        Answered<C, A> one = answered.take();
        about(one.runner().call());
        try {
            one.runner().end(one.answer().get()).ifPresent(result -> {
                running.remove(one.runner().race());
                done.add(new Done<>(result.call(), result, null));
                LOG.debug("{} is answered", lane.subject(result.call()));
            });
        } catch (RuntimeException | Error e) {
            failed(one.runner(), e);
        } finally {
            unread.decrementAndGet();
        }
        begin();
    }

    private void failed(Runner<C, A> runner, Throwable failure) {
        if (!runner.isGivenUp()) {
            done.add(new Done<>(runner.call(), null, failure));
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
