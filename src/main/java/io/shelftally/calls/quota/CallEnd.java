package io.shelftally.calls.quota;

import java.util.Optional;

/**
 * The end of a granted call.
 *
 * @param nanos when, by {@link System#nanoTime}
 * @param limits what its answer said; empty if it was never sent
 */
record CallEnd(long nanos, Optional<RateLimits> limits) {}
