package io.shelftally.calls.collect;

import io.shelftally.calls.hedging.Hedging;
import io.shelftally.calls.window.Window;
import io.shelftally.simulation.Stage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Workers of a simulated process: a call reaches the vendor at one moment and its answer the process at a later one. */
public final class SimulatedWorkers<C, A extends CallResult> implements Workers<C, A> {

    /** The way to the vendor. */
    public interface Line<C, A> {

        /** Sends a call: the exchange is made when it reaches the vendor, and its answer handed over when it arrives. */
        void send(C call, Callable<A> exchange, Consumer<A> deliver);

        /** Does something later, unless the process is dead by then. */
        default void later(Duration wait, Runnable what) {}
    }

    private static final Duration LOOKING = Duration.ofMillis(50);

    private final Deque<C> ready = new ArrayDeque<>();

    /** The calls that are with the vendor. */
    private final Set<Runner<C, A>> sent = new LinkedHashSet<>();

    private final Set<Race<C, A>> races = new LinkedHashSet<>();
    private final List<Completed<C, A>> done = new ArrayList<>();
    private final Lane<C, A> lane;
    private final Line<C, A> line;
    private final Stage.Actor engine;
    private final LongSupplier nanoTime;
    private final Window window;
    private final Hedging hedging;
    private boolean looks;
    private int hedged;

    public SimulatedWorkers(
            Lane<C, A> lane,
            Line<C, A> line,
            Stage.Actor engine,
            LongSupplier nanoTime,
            Window window,
            Hedging hedging) {
        this.lane = lane;
        this.line = line;
        this.engine = engine;
        this.nanoTime = nanoTime;
        this.window = window;
        this.hedging = hedging;
    }

    /** Drives the lane to its end, or to what ends it; the calls that were made a second time. */
    public int drive(Gate gate, Watch watch) throws InterruptedException {
        new CollectionEngine<>(lane, gate, watch).run(this, hedging);
        return hedged;
    }

    @Override
    public int room() {
        return window.inFlight() - ready.size() - races.size() - done.size();
    }

    @Override
    public boolean isIdle() {
        return ready.isEmpty() && races.isEmpty() && done.isEmpty();
    }

    @Override
    public int inFlight() {
        return sent.size();
    }

    @Override
    public OptionalInt window() {
        return window.figures().found();
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
        while (!ready.isEmpty() && sent.size() < window.inFlight()) {
            C call = ready.remove();
            Race<C, A> race = new Race<>(call, new Lessons(lane.repeatable(call), hedging, window));
            races.add(race);
            send(race.first());
        }
        if (!hedging.isOff() && !looks && !races.isEmpty()) {
            looks = true;
            line.later(LOOKING, this::look);
        }
    }

    private void send(Runner<C, A> runner) {
        if (runner.begin(nanoTime.getAsLong(), sent.size() + 1 >= window.inFlight(), () -> sent.remove(runner))) {
            sent.add(runner);
            runner.send();
            line.send(runner.call(), () -> lane.perform(runner.call()).get(), answer -> arrived(runner, answer));
        }
    }

    private void arrived(Runner<C, A> runner, A answer) {
        sent.remove(runner);
        runner.arrive(nanoTime.getAsLong());
        runner.end(answer).ifPresent(completed -> {
            races.remove(runner.race());
            done.add(completed);
        });
        send();
        engine.wake();
    }

    private void look() {
        looks = false;
        for (Race<C, A> race : List.copyOf(races)) {
            if (sent.size() < window.inFlight()) {
                race.look(nanoTime.getAsLong()).ifPresent(second -> {
                    hedged++;
                    send(second);
                });
            }
        }
        send();
    }
}
