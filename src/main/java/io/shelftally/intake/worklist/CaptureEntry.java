package io.shelftally.intake.worklist;

import org.jspecify.annotations.Nullable;

/** A capture that the work list asks about; null is not given. */
public record CaptureEntry(
        String captureId, @Nullable Long scanId, @Nullable String storeId) {}
