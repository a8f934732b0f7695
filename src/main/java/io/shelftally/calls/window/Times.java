package io.shelftally.calls.window;

import java.util.Arrays;

/** How long calls of one kind took, in nanoseconds and in the order of their ends. */
final class Times {

    /** What is longer than so many times the third quarter is cut: slow by chance, it says nothing of the vendor's load. */
    private static final int LONGEST = 4;

    private final int batch;
    private long[] nanos = new long[64];
    private int number;

    /** @param batch calls whose mean is one measurement */
    Times(int batch) {
        this.batch = batch;
    }

    void add(long time) {
        nanos = number == nanos.length ? Arrays.copyOf(nanos, 2 * number) : nanos;
        nanos[number++] = Math.max(1, time);
    }

    int batches() {
        return number / batch;
    }

    /** Of the middle of the batches' means, so that a moment's trouble shows as an error, and as nothing else. */
    Estimate logarithm() {
        long[] sorted = Arrays.copyOf(nanos, number);
        Arrays.sort(sorted);
        long most = LONGEST * sorted[3 * (number - 1) / 4];
        double[] means = new double[batches()];
        for (int i = 0; i < means.length; i++) {
            means[i] = Arrays.stream(nanos, i * batch, (i + 1) * batch)
                    .map(one -> Math.min(one, most))
                    .average()
                    .orElse(1);
        }
        return Estimate.ofLogarithm(means);
    }
}
