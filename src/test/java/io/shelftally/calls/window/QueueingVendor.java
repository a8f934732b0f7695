package io.shelftally.calls.window;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/** A vendor of so many workers and a queue, asked by a client through a window, in virtual time: no thread, no clock. */
final class QueueingVendor {

    /**
     * What a night came to.
     *
     * @param meanMillis of a call, as the vendor sees it: from its arrival to its answer
     * @param middleMillis half of the calls took at most this
     */
    record Run(double perSecond, double meanMillis, double middleMillis, int lastWindow, int refused, String windows) {}

    private final Events events = new Events();
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final List<Double> latencies = new ArrayList<>();
    private final StringBuilder windows = new StringBuilder();
    private final Window window;
    private final Random random;
    private Machine machine;
    private int workers = Integer.MAX_VALUE;
    private ToDoubleFunction<Random> service = any -> 20;
    private ToDoubleFunction<Random> beside = any -> 0;
    private int refusedAbove = Integer.MAX_VALUE;
    private IntFunction<String> kinds = call -> "report";
    private ToDoubleFunction<String> more = kind -> 0;
    private int refused;
    private int begun;
    private int inFlight;
    private int busy;
    private int calls;

    QueueingVendor(long seed, Window window) {
        this.random = new Random(seed);
        this.window = window;
        this.machine = Machine.quiet(events);
    }

    /** It works on so many calls at once. */
    QueueingVendor workers(int number) {
        workers = number;
        return this;
    }

    /** How many milliseconds a call takes a worker. */
    QueueingVendor taking(ToDoubleFunction<Random> millis) {
        service = millis;
        return this;
    }

    /** How many milliseconds a call takes besides, without a worker. */
    QueueingVendor besides(ToDoubleFunction<Random> millis) {
        beside = millis;
        return this;
    }

    /** It answers 429 to what is in flight beyond this. */
    QueueingVendor refusingAbove(int number) {
        refusedAbove = number;
        return this;
    }

    /** It is asked from a machine that does other things as well. */
    QueueingVendor askedFrom(long seed) {
        machine = Machine.busy(events, new Random(seed));
        return this;
    }

    /** From then on, in seconds, it is another. */
    QueueingVendor changing(double seconds, Runnable what) {
        events.at(1000 * seconds, what);
        return this;
    }

    /**
     * It is asked by calls of several kinds.
     *
     * @param millis how many milliseconds a call of the kind takes besides
     */
    QueueingVendor asking(IntFunction<String> kindOf, ToDoubleFunction<String> millis) {
        kinds = kindOf;
        more = millis;
        return this;
    }

    Run run(int number) {
        calls = number;
        begin();
        while (latencies.size() < number) {
            events.next();
        }
        double[] sorted = latencies.stream().mapToDouble(one -> one).sorted().toArray();
        double mean = latencies.stream().mapToDouble(one -> one).average().orElse(0);
        return new Run(
                1000 * number / events.now(),
                mean,
                sorted[sorted.length / 2],
                window.inFlight(),
                refused,
                windows.toString());
    }

    private void begin() {
        while (begun < calls && inFlight < window.inFlight()) {
            String kind = kinds.apply(begun++);
            inFlight++;
            double sent = events.now();
            boolean wasFull = inFlight >= window.inFlight();
            machine.sends(inFlight, () -> arrive(kind, sent, wasFull));
        }
    }

    private void arrive(String kind, double sent, boolean wasFull) {
        double arrived = events.now();
        if (inFlight > refusedAbove) {
            refused++;
            events.after(2, () -> answer(kind, sent, arrived, wasFull, true));
            return;
        }
        double extra = beside.applyAsDouble(random) + more.applyAsDouble(kind);
        queue.add(() -> {
            busy++;
            events.after(service.applyAsDouble(random), () -> {
                busy--;
                work();
                events.after(extra, () -> answer(kind, sent, arrived, wasFull, false));
            });
        });
        work();
    }

    private void work() {
        while (busy < workers && !queue.isEmpty()) {
            queue.remove().run();
        }
    }

    private void answer(String kind, double sent, double arrived, boolean wasFull, boolean isRefused) {
        if (isRefused) {
            calls++;
        } else {
            latencies.add(events.now() - arrived);
        }
        machine.receives(() -> received(kind, sent, wasFull, isRefused));
    }

    private void received(String kind, double sent, boolean wasFull, boolean isRefused) {
        int before = window.inFlight();
        window.ended(new EndedCall(kind, nanos(sent), nanos(events.now()), wasFull, isRefused));
        if (window.inFlight() != before) {
            windows.append(String.format(Locale.ROOT, " %d@%.1f", window.inFlight(), events.now() / 1000));
        }
        machine.turns(() -> {
            inFlight--;
            begin();
        });
    }

    private static long nanos(double millis) {
        return (long) (millis * 1_000_000);
    }
}
