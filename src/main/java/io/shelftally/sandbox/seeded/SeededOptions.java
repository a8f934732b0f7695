package io.shelftally.sandbox.seeded;

/**
 * How big a made world is.
 *
 * @param seed the same numbers give the same world
 * @param products in the report of each scan
 * @param trouble the percentage of captures and of scans that do not simply succeed
 */
public record SeededOptions(long seed, int captures, int scans, int products, int trouble) {

    public SeededOptions {
        if (captures < 0 || scans < 0 || products < 0) {
            throw new IllegalArgumentException("captures, scans and products must be 0 or more");
        }
        if (trouble < 0 || trouble > 100) {
            throw new IllegalArgumentException("trouble is a percentage, not " + trouble);
        }
    }
}
