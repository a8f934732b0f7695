package io.shelftally.proof.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is run.
 *
 * @param night the one that is measured in full
 * @param scaling nights by rising number of scans
 * @param rounds how often each of them is run, from 1
 * @param synchronousSample scans of the synchronous plain step; 0 for none
 * @param concurrentSample scans of each concurrent plain step; 0 for none
 */
record Plan(Load night, List<Load> scaling, int rounds, int synchronousSample, int concurrentSample) {

    Plan {
        scaling = List.copyOf(scaling);
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds must be 1 or more");
        }
        if (synchronousSample < 0 || concurrentSample < 0) {
            throw new IllegalArgumentException("a sample must be 0 or more");
        }
    }

    /** The night that has every item of the others. */
    Load biggest() {
        Load most = Stream.concat(Stream.of(night), scaling.stream())
                .max(Comparator.comparingInt(Load::scans))
                .orElse(night);
        return most.scans() >= Math.max(synchronousSample, concurrentSample)
                ? most
                : most.withScans(Math.max(synchronousSample, concurrentSample));
    }
}
