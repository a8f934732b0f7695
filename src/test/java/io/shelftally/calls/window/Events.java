package io.shelftally.calls.window;

import java.util.PriorityQueue;

/** What happens in virtual time, in milliseconds. */
final class Events {

    private record Event(double at, long order, Runnable what) {}

    private final PriorityQueue<Event> events = new PriorityQueue<>((one, other) ->
            one.at != other.at ? Double.compare(one.at, other.at) : Long.compare(one.order, other.order));
    private double now;
    private long order;

    double now() {
        return now;
    }

    void after(double millis, Runnable what) {
        at(now + millis, what);
    }

    void at(double time, Runnable what) {
        events.add(new Event(time, order++, what));
    }

    void next() {
        Event next = events.remove();
        now = next.at();
        next.what().run();
    }
}
