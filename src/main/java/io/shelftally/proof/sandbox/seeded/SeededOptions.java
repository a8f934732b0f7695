package io.shelftally.proof.sandbox.seeded;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How big a made world is.
 *
 * @param seed the same numbers give the same world
 * @param products in the report of each scan
 * @param trouble the percentage of captures and of scans that do not simply succeed
 * @param delivered the report types that the account delivers, whatever it is asked for; empty for those that it is asked for
 */
public record SeededOptions(long seed, int captures, int scans, int products, int trouble, List<String> delivered) {

    /** The lists that a made shelf has. */
    public static final Set<String> REPORT_TYPES = Set.of("ITEMS_SEEN", "FACINGS_SEEN", "FULL_FACINGS", "OOS");

    /** An account that delivers what it is asked for. */
    public SeededOptions(long seed, int captures, int scans, int products, int trouble) {
        this(seed, captures, scans, products, trouble, List.of());
    }

    public SeededOptions {
        delivered = List.copyOf(delivered);
        if (!REPORT_TYPES.containsAll(delivered)) {
            throw new IllegalArgumentException("the report types are " + String.join(", ", new TreeSet<>(REPORT_TYPES))
                    + ", not " + String.join(", ", delivered));
        }
        if (captures < 0 || scans < 0 || products < 0) {
            throw new IllegalArgumentException("captures, scans and products must be 0 or more");
        }
        if (trouble < 0 || trouble > 100) {
            throw new IllegalArgumentException("trouble is a percentage, not " + trouble);
        }
    }
}
