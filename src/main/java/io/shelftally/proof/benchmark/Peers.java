package io.shelftally.proof.benchmark;

import java.util.Set;

/**
 * What does the same work by other means.
 *
 * @param synchronousSample scans of the synchronous plain chunk step; 0 for none
 * @param concurrentSample scans of each concurrent plain chunk step; 0 for none
 * @param whole that take part with the whole night
 */
record Peers(int synchronousSample, int concurrentSample, Set<Peer> whole) {

    static final Peers NONE = new Peers(0, 0, Set.of());

    /** What does a whole part of a night. */
    enum Peer {
        /** Collects by a plain asynchronous client. */
        CLIENT,
        /** Derives and publishes by DuckDB. */
        DUCKDB,
        /** Nobody. */
        NONE
    }

    Peers {
        whole = Set.copyOf(whole);
        if (synchronousSample < 0 || concurrentSample < 0) {
            throw new IllegalArgumentException("a sample must be 0 or more");
        }
    }

    boolean has(Peer peer) {
        return whole.contains(peer);
    }
}
