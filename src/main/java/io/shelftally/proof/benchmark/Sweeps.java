package io.shelftally.proof.benchmark;

import java.util.List;

/**
 * Further nights of this build, of which one thing differs.
 *
 * @param windows calls in flight; empty for none
 * @param sizes scans, rising; empty for none
 * @param workers processes that work for a manager, rising, from 1; empty for none
 * @param rounds how often each of them is run, from 1
 */
record Sweeps(List<InFlight> windows, List<Integer> sizes, List<Integer> workers, int rounds) {

    Sweeps {
        windows = List.copyOf(windows);
        sizes = sizes.stream().filter(size -> size > 0).sorted().toList();
        workers = List.copyOf(workers);
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds and repeat must be 1 or more");
        }
    }
}
