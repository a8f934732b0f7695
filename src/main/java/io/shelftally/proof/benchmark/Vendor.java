package io.shelftally.proof.benchmark;

import java.util.Locale;

/**
 * How the vendors behave.
 *
 * @param tailBy what makes a call slow
 * @param workers of each vendor, for which calls wait in line; 0: as many as there are calls
 */
record Vendor(Latencies latencies, TailBy tailBy, int workers) {

    /** What makes a call slow; named as the sandbox names it. */
    enum TailBy {
        /** Chance. */
        CALL("slow calls by chance"),
        /** Its scan. */
        SCAN("slow scans");

        private final String words;

        TailBy(String words) {
            this.words = words;
        }

        String option() {
            return name().toLowerCase(Locale.ROOT);
        }

        String words() {
            return words;
        }
    }

    Vendor {
        if (workers < 0) {
            throw new IllegalArgumentException("a vendor has 1 worker or more");
        }
    }

    boolean isQueue() {
        return workers > 0;
    }

    /** What makes calls slow; that all are equal if none are. */
    String tail() {
        return latencies.hasTail() ? tailBy.words() : "all calls alike";
    }

    @Override
    public String toString() {
        return latencies + " a call, " + tail() + (isQueue() ? ", " + workers + " workers and a queue" : "");
    }
}
