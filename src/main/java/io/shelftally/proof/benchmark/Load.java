package io.shelftally.proof.benchmark;

/** What a night is made of: its items, and how the vendors answer. */
record Load(int scans, int products, int captures, int inFlight, Latencies latencies, String heap) {

    Load {
        if (scans < 1 || products < 1 || captures < 0 || inFlight < 1) {
            throw new IllegalArgumentException("scans, products and calls in flight must be 1 or more");
        }
        if (!heap.matches("[0-9]+[kKmMgG]")) {
            throw new IllegalArgumentException("a heap is written 512m or 1g, not \"" + heap + "\"");
        }
    }

    Load withScans(int number) {
        return new Load(number, products, captures, inFlight, latencies, heap);
    }

    /** Whether the targets are stated for this load. */
    boolean isStated() {
        return scans == 20_000
                && products == 100
                && inFlight == 32
                && heap.equals("512m")
                && latencies.toString().equals("20 ms, 1 % of 2000 ms");
    }
}
