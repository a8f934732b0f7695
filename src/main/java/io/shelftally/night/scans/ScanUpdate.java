package io.shelftally.night.scans;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one answer changes in the rows of scans that it changes alike.
 *
 * @param scanIds at least one
 * @param answered whether it got a definite answer, "not ready" too
 * @param heard whether any usable answer came, also one that leaves the scan out
 * @param dueAt when it is to be asked again; null if not in this run
 * @param statusSha256 the status answer that holds it; null leaves the one that is there
 * @param reportSha256 its report answer; null leaves the one that is there
 * @param reportStatus the HTTP status of an answer that refuses its report for good; null if none did. Written with a
 *     definite answer alone, like {@code otherTypes}
 * @param otherTypes the report types that its answer names instead of those that were asked for, joined by commas; or null
 */
record ScanUpdate(
        List<Long> scanIds,
        ScanState state,
        boolean answered,
        boolean heard,
        @Nullable Instant dueAt,
        @Nullable String statusSha256,
        @Nullable String reportSha256,
        @Nullable Integer reportStatus,
        @Nullable String otherTypes) {}
