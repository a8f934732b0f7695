package io.shelftally.proof.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is run.
 *
 * @param loads of the nights that are measured in full, one or more; the first is the one of all further parts
 * @param builds that run those nights in turn: this one, and the one beside it if there is one
 * @param repeat how often each of them runs each, from 1
 * @param windows calls in flight to measure the collecting with; empty for none
 * @param scaling scans of further nights, rising; empty for none
 * @param rounds how often each window and each scaling night is run, from 1
 * @param synchronousSample scans of the synchronous plain step; 0 for none
 * @param concurrentSample scans of each concurrent plain step; 0 for none
 */
record Plan(
        List<Load> loads,
        List<Build> builds,
        int repeat,
        List<InFlight> windows,
        List<Integer> scaling,
        int rounds,
        int synchronousSample,
        int concurrentSample) {

    Plan {
        loads = List.copyOf(loads);
        builds = List.copyOf(builds);
        windows = List.copyOf(windows);
        scaling = scaling.stream().sorted().toList();
        if (repeat < 1 || rounds < 1) {
            throw new IllegalArgumentException("rounds and repeat must be 1 or more");
        }
        if (synchronousSample < 0 || concurrentSample < 0) {
            throw new IllegalArgumentException("a sample must be 0 or more");
        }
    }

    Load night() {
        return loads.get(0);
    }

    Build here() {
        return builds.get(0);
    }

    boolean isBeside() {
        return builds.size() > 1;
    }

    /** That load with the scans and captures of every other part of the plan. */
    Load biggest(Load load) {
        return Stream.concat(scaling.stream(), Stream.of(load.scans(), synchronousSample, concurrentSample))
                .max(Comparator.naturalOrder())
                .map(load::withScans)
                .orElse(load);
    }
}
