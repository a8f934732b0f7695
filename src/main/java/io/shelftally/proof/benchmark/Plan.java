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
 */
record Plan(List<Load> loads, List<Build> builds, int repeat, Sweeps sweeps, Peers peers) {

    Plan {
        loads = List.copyOf(loads);
        builds = List.copyOf(builds);
        if (repeat < 1) {
            throw new IllegalArgumentException("rounds and repeat must be 1 or more");
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
        return Stream.concat(
                        sweeps.sizes().stream(),
                        Stream.of(load.scans(), peers.synchronousSample(), peers.concurrentSample()))
                .max(Comparator.naturalOrder())
                .map(load::withScans)
                .orElse(load);
    }
}
