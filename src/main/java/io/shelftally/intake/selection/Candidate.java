package io.shelftally.intake.selection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A capture or a scan of a night, as far as a selection asks about it.
 *
 * @param captureId empty for a scan
 * @param scanId of the scan itself, or of the one that the capture is linked to
 * @param isFailed whether it ended badly; a scan that the vendor does not know is both failed and open
 * @param isOpen whether it is not settled
 * @param outcome as the latest run of the night decided it
 * @param storeId as published; null if it has none
 */
public record Candidate(
        Optional<String> captureId,
        Optional<Long> scanId,
        boolean isFailed,
        boolean isOpen,
        String outcome,
        @Nullable String storeId) {}
