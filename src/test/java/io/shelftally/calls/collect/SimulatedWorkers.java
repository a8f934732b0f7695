package io.shelftally.calls.collect;

import io.shelftally.simulation.Stage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Workers of a simulated process: a call reaches the vendor at one moment and its answer the process at a later one. */
public final class SimulatedWorkers<C, A extends CallResult> implements Workers<C, A> {

    /** The way to the vendor. */
    public interface Line<C, A> {

        /** Sends a call: the exchange is made when it reaches the vendor, and its answer handed over when it arrives. */
        void send(C call, Callable<A> exchange, Consumer<A> deliver);
    }

    private final Deque<C> ready = new ArrayDeque<>();
    private final List<Completed<C, A>> done = new ArrayList<>();
    private final Lane<C, A> lane;
    private final Line<C, A> line;
    private final Stage.Actor engine;
    private final int inFlight;
    private final int capacity;
    private int sent;

    public SimulatedWorkers(Lane<C, A> lane, Line<C, A> line, Stage.Actor engine, int inFlight, int ahead) {
        this.lane = lane;
        this.line = line;
        this.engine = engine;
        this.inFlight = inFlight;
        this.capacity = inFlight + ahead;
    }

    /** Drives the lane to its end, or to what ends it. */
    public void drive(Gate gate, Watch watch) throws InterruptedException {
        new CollectionEngine<>(lane, gate, watch).run(this);
    }

    @Override
    public int room() {
        return capacity - ready.size() - sent - done.size();
    }

    @Override
    public boolean isIdle() {
        return ready.isEmpty() && sent == 0 && done.isEmpty();
    }

    @Override
    public int inFlight() {
        return sent;
    }

    @Override
    public void submit(List<C> calls) {
        ready.addAll(calls);
        send();
    }

    @Override
    public List<Completed<C, A>> await(Duration atMost) {
        if (done.isEmpty()) {
            engine.await(atMost);
        }
        List<Completed<C, A>> completed = List.copyOf(done);
        done.clear();
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

    private void send() {
        while (!ready.isEmpty() && sent < inFlight) {
            C call = ready.remove();
            sent++;
            line.send(call, () -> lane.perform(call).get(), answer -> {
                sent--;
                done.add(new Completed<>(call, answer));
                send();
                engine.wake();
            });
        }
    }
}
