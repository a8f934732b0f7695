package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How the time of a step grew from one night to the next bigger one. */
record Scaling(String step, int fewer, int more, Duration before, Duration after) {

    /** Two equal runs differ by some percent. */
    private static final double NOISE = 1.05;

    /** A shorter step is all noise. */
    private static final Duration SHORTEST = Duration.ofMillis(500);

    /** Each step of each pair of neighbours. */
    static List<Scaling> of(List<Night> nights) {
        List<Scaling> steps = new ArrayList<>();
        for (int i = 1; i < nights.size(); i++) {
            Night small = nights.get(i - 1);
            Night big = nights.get(i);
            big.steps()
                    .forEach((step, time) -> steps.add(new Scaling(
                            step, small.scans(), big.scans(), small.steps().getOrDefault(step, Duration.ZERO), time)));
        }
        return steps;
    }

    /** The growth if the scans had doubled exactly. */
    double perDoubling() {
        double growth = LittlesLaw.seconds(after) / LittlesLaw.seconds(before);
        return Math.pow(growth, Math.log(2) / Math.log((double) more / fewer));
    }

    boolean isLongEnough() {
        return after.compareTo(SHORTEST) >= 0;
    }

    boolean isMet() {
        return !isLongEnough() || perDoubling() <= 2 * NOISE;
    }
}
