package io.shelftally.calls.window;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How long calls took, by kind, while a window stayed the same. */
final class Epoch {

    private static final int LEAST = 8;
    private static final double MOST_OF_THEM = 0.9;

    /** The calls of one kind, in nanoseconds. */
    private static final class Times {

        private long[] nanos = new long[64];
        private int number;

        void add(long time) {
            nanos = number == nanos.length ? Arrays.copyOf(nanos, 2 * number) : nanos;
            nanos[number++] = time;
        }

        /** The mean without the slowest tenth: a call that is slow by chance says nothing of the vendor's load. */
        double mean() {
            long[] sorted = Arrays.copyOf(nanos, number);
            Arrays.sort(sorted);
            return Arrays.stream(sorted, 0, (int) Math.ceil(MOST_OF_THEM * number))
                    .average()
                    .orElse(1);
        }
    }

    private final int window;
    private final Map<String, Times> times = new HashMap<>();
    private int calls;

    Epoch(int window) {
        this.window = window;
    }

    int window() {
        return window;
    }

    int calls() {
        return calls;
    }

    void add(String kind, long nanos) {
        times.computeIfAbsent(kind, any -> new Times()).add(Math.max(1, nanos));
        calls++;
    }

    /** How much longer calls took than in another epoch, as the logarithm of the ratio; kinds that both have are compared. */
    double slowerThan(Epoch other) {
        double sum = 0;
        int weight = 0;
        for (Map.Entry<String, Times> one : times.entrySet()) {
            Times others = other.times.get(one.getKey());
            int both = others == null ? 0 : Math.min(one.getValue().number, others.number);
            if (others != null && both >= LEAST) {
                sum += both * Math.log(one.getValue().mean() / others.mean());
                weight += both;
            }
        }
        return weight == 0 ? 0 : sum / weight;
    }

    /** How latency follows the window from another epoch to this: 0 not at all, 1 as if all further calls only queued. */
    double slopeFrom(Epoch other) {
        return slowerThan(other) / Math.log((double) window / other.window);
    }
}
