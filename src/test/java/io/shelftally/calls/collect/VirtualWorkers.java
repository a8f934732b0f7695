package io.shelftally.calls.collect;

import io.shelftally.calls.hedging.Hedging;
import io.shelftally.night.run.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.function.Function;

/** Workers without threads: a call takes virtual time, and waiting moves the clock on. */
public final class VirtualWorkers<C, A extends CallResult> implements Workers<C, A> {

    /** A call that is being made; it is performed when it ends. */
    private record Running<C>(C call, Instant ends, int order) {}

    private static final int MOST_AWAITS = 100_000;

    private final Lane<C, A> lane;
    private final HandClock clock;
    private final int inFlight;
    private final int capacity;
    private final Function<C, Duration> latency;
    private final Deque<C> ready = new ArrayDeque<>();
    private final PriorityQueue<Running<C>> running = new PriorityQueue<>(
            Comparator.comparing((Running<C> one) -> one.ends()).thenComparing(Running::order));
    private int begun;
    private int awaits;
    private int mostAtOnce;

    /** @param latency how long a call takes */
    public VirtualWorkers(Lane<C, A> lane, HandClock clock, int inFlight, int ahead, Function<C, Duration> latency) {
        this.lane = lane;
        this.clock = clock;
        this.inFlight = inFlight;
        this.capacity = inFlight + ahead;
        this.latency = latency;
    }

    /** Drives the lane to its end, or to what ends it. */
    public void drive(Gate gate, Watch watch) throws InterruptedException {
        new CollectionEngine<>(lane, gate, watch).run(this, Hedging.off());
    }

    /** How often the engine waited. */
    int awaits() {
        return awaits;
    }

    /** The most calls that were open at any time. */
    int mostAtOnce() {
        return mostAtOnce;
    }

    @Override
    public int room() {
        return capacity - ready.size() - running.size();
    }

    @Override
    public boolean isIdle() {
        return ready.isEmpty() && running.isEmpty();
    }

    @Override
    public int inFlight() {
        return running.size();
    }

    @Override
    public OptionalInt window() {
        return OptionalInt.empty();
    }

    @Override
    public void submit(List<C> calls) {
        ready.addAll(calls);
        begin();
        mostAtOnce = Math.max(mostAtOnce, ready.size() + running.size());
    }

    @Override
    public List<Completed<C, A>> await(Duration atMost) throws InterruptedException {
        if (++awaits > MOST_AWAITS) {
            throw new AssertionError("the engine does not end: " + awaits + " waits until " + clock.instant());
        }
        Instant until = clock.instant().plus(atMost);
        List<Completed<C, A>> completed = new ArrayList<>();
        if (!running.isEmpty() && !running.element().ends().isAfter(until)) {
            clock.advanceTo(running.element().ends());
            while (!running.isEmpty() && !running.element().ends().isAfter(clock.instant())) {
                C call = running.remove().call();
                completed.add(new Completed<>(call, lane.perform(call).get()));
            }
            begin();
        } else {
            clock.advanceTo(until);
        }
        return completed;
    }

    @Override
    public List<C> takeBack() {
        List<C> calls = List.copyOf(ready);
        ready.clear();
        return calls;
    }

    @Override
    public void close() {}

    private void begin() {
        for (Iterator<C> calls = ready.iterator(); calls.hasNext() && running.size() < inFlight; ) {
            C call = calls.next();
            calls.remove();
            running.add(new Running<>(call, clock.instant().plus(latency.apply(call)), begun++));
        }
    }
}
