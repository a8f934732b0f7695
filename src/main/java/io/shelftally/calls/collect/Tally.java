package io.shelftally.calls.collect;

/**
 * How far a lane is.
 *
 * @param done items that are settled
 * @param total items of the night
 */
public record Tally(long done, long total) {}
