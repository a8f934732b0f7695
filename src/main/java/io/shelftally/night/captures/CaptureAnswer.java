package io.shelftally.night.captures;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.collect.CallResult;
import io.shelftally.night.evidence.EvidenceBody;
import java.util.Optional;

/**
 * What Closient answered, read as far as the state machine needs.
 *
 * @param status the capture's status; empty if it has none or the kind is not USABLE
 * @param body the answer to keep as evidence; empty if a row cannot rest on it
 * @param result a stable word to count the call by
 */
record CaptureAnswer(Answer answer, Kind kind, Optional<String> status, Optional<EvidenceBody> body, String result)
        implements CallResult {

    enum Kind {
        /** A 200 with a capture object. */
        USABLE,
        /** 404. */
        UNKNOWN,
        /** 409. */
        CONFLICT,
        /** 422: what was sent is refused, or the capture is in no state for it. */
        UNPROCESSABLE,
        /** 429: the call was not carried out. */
        RATE_LIMITED,
        /** Another 4xx, or an answer that is too large: final for this capture. */
        REJECTED,
        /** A time-out, a 5xx, a broken body: whether the call was carried out is unknown. */
        LOST
    }

    @Override
    public boolean isTransient() {
        return kind == Kind.LOST || kind == Kind.RATE_LIMITED;
    }
}
