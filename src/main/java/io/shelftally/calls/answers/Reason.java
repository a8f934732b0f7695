package io.shelftally.calls.answers;

/** Why a call did not give what was asked for; the counts of a run are kept by these names. */
public enum Reason {
    /** No connection was made: the vendor has not seen the call. */
    CONNECT(true),
    /** The deadline passed: the vendor may have acted on the call. */
    TIMEOUT(true),
    /** The connection was lost, or what came cannot be read: the vendor may have acted on the call. */
    BROKEN_BODY(true),
    /** The answer was longer than {@code shelftally.http.max-body}, as sent or unpacked. */
    TOO_LARGE(true),
    /** Status 429. */
    RATE_LIMITED(true),
    /** Status 500 to 599. */
    SERVER_ERROR(true),
    /** A status that the vendor does not document for the call. */
    UNEXPECTED_STATUS(false),
    /** Status 401: the credentials are refused. */
    UNAUTHORIZED(false),
    /** Status 403. */
    FORBIDDEN(false),
    /** Status 404: no such thing. */
    NOT_FOUND(false),
    /** The vendor will never accept this call. */
    REJECTED(false),
    /** The vendor has the thing, but not its result yet. */
    NOT_READY(false),
    /** The vendor stayed out of reach for longer than the run may wait. */
    UNAVAILABLE(false);

    private final boolean passing;

    Reason(boolean passing) {
        this.passing = passing;
    }

    /** Whether the same call may do better a little later; a call that writes is read back before it is repeated. */
    public boolean isTransient() {
        return passing;
    }
}
