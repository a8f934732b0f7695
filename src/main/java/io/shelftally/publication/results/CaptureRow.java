package io.shelftally.publication.results;

import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.MatchMethod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of captures.csv; its key is the capture id. Null is an empty cell.
 *
 * @param scanId the scan that it was linked to
 * @param storeId of its own intake row, else of its scan's
 * @param retries the counted ones
 * @param identifier empty if the capture could not be read or holds none
 */
public record CaptureRow(
        LocalDate businessDate,
        String captureId,
        @Nullable Long scanId,
        @Nullable String storeId,
        CaptureOutcome outcome,
        @Nullable String status,
        int retries,
        @Nullable String captureType,
        @Nullable String rawValue,
        Optional<Identifier> identifier,
        Optional<MatchMethod> matchMethod,
        @Nullable String productShortId,
        @Nullable String productName,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        @Nullable Instant created,
        @Nullable Instant processedAt) {

    public CaptureRow {
        if (retries < 0) {
            throw new IllegalArgumentException("retries are 0 or more, not " + retries);
        }
    }
}
