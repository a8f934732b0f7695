package io.shelftally.proof.benchmark;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What a night is made of: its items, how the vendors answer, and what the job is given. */
record Load(
        int scans, int products, int captures, InFlight inFlight, Vendor vendor, String heap, Databases.Kind database) {

    Load {
        if (scans < 1 || products < 1 || captures < 0) {
            throw new IllegalArgumentException("scans and products must be 1 or more, captures 0 or more");
        }
        if (!heap.matches("[0-9]+[kKmMgG]")) {
            throw new IllegalArgumentException("a heap is written 512m or 1g, not \"" + heap + "\"");
        }
    }

    /** With captures in proportion. */
    Load withScans(int number) {
        return new Load(number, products, (int) ((long) captures * number / scans), inFlight, vendor, heap, database);
    }

    Load withInFlight(InFlight other) {
        return new Load(scans, products, captures, other, vendor, heap, database);
    }

    Load withVendor(Vendor other) {
        return new Load(scans, products, captures, inFlight, other, heap, database);
    }

    /** The most calls that can be worked on at once: in flight, and by the vendor's workers; empty if nothing bounds them. */
    OptionalInt atOnce() {
        IntStream workers = vendor.isQueue() ? IntStream.of(vendor.workers()) : IntStream.empty();
        return IntStream.concat(inFlight.number().stream(), workers).min();
    }

    /** Whether the targets are stated for this load. */
    boolean isStated() {
        return scans == 20_000
                && products == 100
                && inFlight.equals(InFlight.of(32))
                && heap.equals("512m")
                && !vendor.isQueue()
                && vendor.latencies().toString().equals("20 ms, 1 % of 2000 ms");
    }
}
