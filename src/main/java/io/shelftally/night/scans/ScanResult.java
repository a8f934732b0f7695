package io.shelftally.night.scans;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.collect.CallResult;
import io.shelftally.night.evidence.EvidenceBody;
import io.shelftally.night.scans.ScanReport.Unasked;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Pensa answered, read as far as the state machine needs.
 *
 * @param statuses of a status answer, by scan id: the asked ones that it holds
 * @param unasked what it says of scans that were not asked about, refused
 * @param body the answer to keep as evidence; empty if a row cannot rest on it
 * @param otherTypes the report types that an answer names instead of those that were asked for; empty if it has a report
 * @param result a stable word to count the call by
 */
record ScanResult(
        Answer answer,
        Kind kind,
        Map<Long, ScanStatus> statuses,
        List<Unasked> unasked,
        Optional<EvidenceBody> body,
        List<String> otherTypes,
        String result)
        implements CallResult {

    /** The result of a report call whose reports are all of scans that were not asked about. */
    static final String UNASKED = "unasked";

    enum Kind {
        /** A usable answer. */
        READ,
        /** There is no report yet. */
        NOT_READY,
        /** A permanent error. */
        REJECTED,
        /** A time-out, a 429, a 5xx, a broken body. */
        LOST
    }

    static ScanResult without(Answer answer, Kind kind, String result) {
        return new ScanResult(answer, kind, Map.of(), List.of(), Optional.empty(), List.of(), result);
    }

    ScanResult with(EvidenceBody evidence) {
        return new ScanResult(answer, kind, statuses, unasked, Optional.of(evidence), otherTypes, result);
    }

    /** The HTTP status of an answer that refuses a report for good; empty of any other, and of one that was too long to read. */
    Optional<Integer> refusedWith() {
        return kind == Kind.REJECTED && answer instanceof Reply reply ? Optional.of(reply.status()) : Optional.empty();
    }

    @Override
    public boolean isTransient() {
        return kind == Kind.LOST;
    }
}
