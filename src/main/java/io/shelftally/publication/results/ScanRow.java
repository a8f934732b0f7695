package io.shelftally.publication.results;

import io.shelftally.matching.reconciliation.ScanOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of scans.csv; its key is the scan id. Null is an empty cell.
 *
 * @param scanAreaId as reported, a number as its digits
 * @param nightsOpen the number of business dates on which it was asked about
 * @param reason why the vendor refused or failed it, in its words
 */
public record ScanRow(
        ScanPlace place,
        @Nullable String scanAreaId,
        ScanOutcome outcome,
        @Nullable String status,
        @Nullable String fastStatus,
        @Nullable Instant scanTimestamp,
        @Nullable Instant created,
        ScanCounts counts,
        @Nullable String projectId,
        @Nullable String projectName,
        @Nullable String guid,
        int nightsOpen,
        @Nullable String reason) {

    public ScanRow {
        if (nightsOpen < 0) {
            throw new IllegalArgumentException("nights open are 0 or more, not " + nightsOpen);
        }
    }
}
