package io.shelftally.intake.worklist;

import org.jspecify.annotations.Nullable;

/** A scan that the work list asks about; null is not given. */
public record ScanEntry(
        long scanId, @Nullable String storeId, @Nullable String section) {}
