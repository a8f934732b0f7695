package io.shelftally.intake.worklist;

import org.jspecify.annotations.Nullable;

/** Tells what is given from what is left empty. */
final class Given {

    private Given() {}

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
