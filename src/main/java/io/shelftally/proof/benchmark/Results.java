package io.shelftally.proof.benchmark;

import java.util.List;

/**
 * Everything that was measured.
 *
 * @param plain empty if it was not run
 * @param scaling nights by rising number of scans; empty if they were not run
 */
record Results(
        Machine machine,
        double loadBefore,
        Load load,
        Night night,
        List<PlainRun> plain,
        List<Night> scaling,
        List<Target> targets) {}
