package io.shelftally.calls.window;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long calls took, by kind, while a window stayed the same. Times are those of {@link System#nanoTime}. */
final class Epoch {

    /** Batches that must be known of a kind. */
    private static final int LEAST_BATCHES = 6;

    private static final int MOST_BATCHES = 40;
    private static final int LEAST_OF_A_BATCH = 8;
    private static final int BATCHES_OF_A_WINDOW = 4;

    /** A machine that stops for a moment must not be the whole of it. */
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(60);

    private final int window;
    private final int batch;
    private final Map<String, Times> times = new HashMap<>();
    private int calls;
    private long begun;
    private long end;

    Epoch(int window) {
        this.window = window;
        this.batch = Math.max(LEAST_OF_A_BATCH, window / BATCHES_OF_A_WINDOW);
    }

    int window() {
        return window;
    }

    /** When its first call ended. */
    long begun() {
        return begun;
    }

    /** When its last call ended. */
    long end() {
        return end;
    }

    void add(EndedCall call) {
        begun = calls == 0 ? call.ended() : begun;
        end = call.ended();
        times.computeIfAbsent(call.kind(), any -> new Times(batch)).add(call.ended() - call.begun());
        calls++;
    }

    /** Whether it can be compared with others. */
    boolean isEnough() {
        return has(LEAST_BATCHES);
    }

    /** Whether it can be compared with others well. */
    boolean isLong() {
        return has(2 * LEAST_BATCHES);
    }

    /** Whether it is not worth while to go on. */
    boolean isLongest() {
        return has(MOST_BATCHES);
    }

    private boolean has(int batches) {
        return calls % batch == 0
                && end - begun >= SHORTEST
                && times.values().stream().anyMatch(kind -> kind.batches() >= batches);
    }

    /** How much longer calls took than in another epoch, as the logarithm of the ratio; kinds that both have are compared. */
    Estimate slowerThan(Epoch other) {
        double sum = 0;
        double errors = 0;
        double weight = 0;
        for (Map.Entry<String, Times> one : times.entrySet()) {
            Times mine = one.getValue();
            Times others = other.times.get(one.getKey());
            int both = others == null ? 0 : Math.min(mine.batches(), others.batches());
            if (others != null && both >= LEAST_BATCHES) {
                Estimate ratio = mine.logarithm().minus(others.logarithm());
                sum += both * ratio.value();
                errors += both * both * ratio.error() * ratio.error();
                weight += both;
            }
        }
        return weight == 0 ? Estimate.UNKNOWN : new Estimate(sum / weight, Math.sqrt(errors) / weight);
    }

    /** How latency follows the window from another epoch to this: 0 not at all, 1 as if all further calls only queued. */
    Estimate slopeFrom(Epoch other) {
        return slowerThan(other).over(Math.log((double) window / other.window));
    }
}
