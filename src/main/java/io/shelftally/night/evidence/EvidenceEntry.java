package io.shelftally.night.evidence;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.Reply;
import java.time.Instant;

/**
 * One vendor answer to keep.
 *
 * @param vendor such as {@code closient}
 * @param call such as {@code read}
 * @param subject the id that it is about; for several, the first and how many more
 * @param at when the answer was complete
 */
public record EvidenceEntry(String vendor, String call, String subject, int httpStatus, Instant at, EvidenceBody body) {

    /** The body of an answer; its status is 0 where none came. */
    public static EvidenceEntry of(String vendor, String call, String subject, Answer answer, EvidenceBody body) {
        int httpStatus = answer instanceof Reply reply ? reply.status() : 0;
        return new EvidenceEntry(vendor, call, subject, httpStatus, answer.at(), body);
    }
}
