package io.shelftally.proof.benchmark;

import java.util.List;

/**
 * What is measured beside the nights in full; each empty if it was not.
 *
 * @param windows nights of the same load by rising number of calls in flight, {@code auto} last
 * @param scaling nights by rising number of scans
 */
record Further(List<PlainRun> plain, List<Night> windows, List<Night> scaling) {

    static final Further NONE = new Further(List.of(), List.of(), List.of());
}
