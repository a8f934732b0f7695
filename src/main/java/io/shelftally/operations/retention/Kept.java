package io.shelftally.operations.retention;

import java.util.Set;

/** The captures and scans of pruned nights that stay, with all that is stored of them. */
record Kept(Set<String> captures, Set<Long> scans) {

    boolean capture(String captureId) {
        return captures.contains(captureId);
    }

    boolean scan(long scanId) {
        return scans.contains(scanId);
    }
}
