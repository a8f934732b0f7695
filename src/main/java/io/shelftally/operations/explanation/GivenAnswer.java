package io.shelftally.operations.explanation;

import org.jspecify.annotations.Nullable;

/**
 * A vendor's answer that is kept.
 *
 * @param subject the id that it is about; for several, the first and how many more
 * @param at when it was complete, ISO-8601 in UTC; null if it is not known
 * @param httpStatus 0 if there was none
 * @param bytes uncompressed
 * @param decides whether the result was computed from it
 */
record GivenAnswer(
        String vendor,
        String call,
        String subject,
        @Nullable String at,
        int httpStatus,
        String sha256,
        long bytes,
        boolean decides) {}
