package io.shelftally.calls.window;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/** A vendor of so many workers and a queue, asked by a client through a window, in virtual time: no thread, no clock. */
final class QueueingVendor {

    /** How long calls took, and how many were answered in a second. */
    record Run(double perSecond, double meanMillis, double middleMillis, int lastWindow, String windows) {}

    private record Event(double at, long order, Runnable what) {}

    /** What the client does between an answer and its next call, in milliseconds. */
    private static final double TURN = 1;

    private final PriorityQueue<Event> events = new PriorityQueue<>((one, other) ->
            one.at != other.at ? Double.compare(one.at, other.at) : Long.compare(one.order, other.order));
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final Random random;
    private final int workers;
    private final ToDoubleFunction<Random> service;
    private final ToDoubleFunction<Random> beside;
    private final Window window;
    private final List<Double> latencies = new ArrayList<>();
    private final StringBuilder windows = new StringBuilder();
    private int refusedAbove = Integer.MAX_VALUE;
    private IntFunction<String> kinds = call -> "report";
    private ToDoubleFunction<String> more = kind -> 0;
    private int refused;
    private int begun;
    private int inFlight;
    private int busy;
    private int calls;
    private long order;
    private double now;

    /**
     * A vendor.
     *
     * @param service how many milliseconds a call takes a worker
     * @param beside how many milliseconds it takes besides, without one
     */
    QueueingVendor(
            long seed, int workers, ToDoubleFunction<Random> service, ToDoubleFunction<Random> beside, Window window) {
        this.random = new Random(seed);
        this.workers = workers;
        this.service = service;
        this.beside = beside;
        this.window = window;
    }

    /** It answers 429 to what is in flight beyond this. */
    QueueingVendor refusingAbove(int number) {
        refusedAbove = number;
        return this;
    }

    /**
     * It is asked by calls of several kinds.
     *
     * @param more how many milliseconds a call of the kind takes besides
     */
    QueueingVendor asking(IntFunction<String> kindOf, ToDoubleFunction<String> more) {
        kinds = kindOf;
        this.more = more;
        return this;
    }

    /** How many calls it answered by 429. */
    int refused() {
        return refused;
    }

    Run run(int number) {
        calls = number;
        begin();
        while (!events.isEmpty()) {
            Event next = events.remove();
            now = next.at();
            next.what().run();
        }
        double[] sorted = latencies.stream().mapToDouble(one -> one).sorted().toArray();
        double mean = latencies.stream().mapToDouble(one -> one).average().orElse(0);
        return new Run(1000 * number / now, mean, sorted[sorted.length / 2], window.inFlight(), windows.toString());
    }

    private void begin() {
        while (begun < calls && inFlight < window.inFlight()) {
            String kind = kinds.apply(begun++);
            inFlight++;
            send(kind, now, inFlight >= window.inFlight());
        }
    }

    private void send(String kind, double sent, boolean wasFull) {
        if (inFlight > refusedAbove) {
            refused++;
            after(2, () -> answered(kind, sent, wasFull, true));
            return;
        }
        double extra = beside.applyAsDouble(random) + more.applyAsDouble(kind);
        Runnable work = () -> {
            busy++;
            after(service.applyAsDouble(random), () -> {
                busy--;
                if (!queue.isEmpty()) {
                    queue.remove().run();
                }
                after(extra, () -> answered(kind, sent, wasFull, false));
            });
        };
        if (busy < workers) {
            work.run();
        } else {
            queue.add(work);
        }
    }

    private void answered(String kind, double sent, boolean wasFull, boolean isRefused) {
        latencies.add(now - sent);
        int before = window.inFlight();
        window.ended(new EndedCall(kind, nanos(sent), nanos(now), wasFull, isRefused));
        if (window.inFlight() != before) {
            windows.append(String.format(Locale.ROOT, " %d@%.1f", window.inFlight(), now / 1000));
        }
        after(TURN, () -> {
            inFlight--;
            begin();
        });
    }

    private void after(double millis, Runnable what) {
        events.add(new Event(now + millis, order++, what));
    }

    private static long nanos(double millis) {
        return (long) (millis * 1_000_000);
    }
}
