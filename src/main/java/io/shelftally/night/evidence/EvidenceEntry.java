package io.shelftally.night.evidence;

import java.time.Instant;

/**
 * One vendor answer to keep.
 *
 * @param vendor such as {@code closient}
 * @param call such as {@code read}
 * @param subject the id that it is about; for several, the first and how many more
 * @param at when the answer was complete
 */
public record EvidenceEntry(
        String vendor, String call, String subject, int httpStatus, Instant at, EvidenceBody body) {}
