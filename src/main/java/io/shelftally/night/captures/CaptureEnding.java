package io.shelftally.night.captures;

/** How a capture ended. */
public enum CaptureEnding {
    /** COMPLETED or NOT_FOUND. */
    SETTLED,
    /** FAILED after the allowed retries. */
    UNRESOLVED,
    /** HTTP 404. */
    UNKNOWN,
    /** Another permanent error. */
    REJECTED
}
