package io.shelftally.proof.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * What is measured beside the nights in full, for the first load; each empty if it was not.
 *
 * @param duckdb the quicker of its runs
 * @param windows nights of the same load by rising number of calls in flight, {@code auto} last
 * @param scaling nights by rising number of scans
 * @param teams the night by workers
 */
record Further(
        List<PlainRun> plain,
        Optional<DuckRun> duckdb,
        List<Night> windows,
        List<Night> scaling,
        Optional<TeamWork> teams) {

    static final Further NONE = new Further(List.of(), Optional.empty(), List.of(), List.of(), Optional.empty());
}
