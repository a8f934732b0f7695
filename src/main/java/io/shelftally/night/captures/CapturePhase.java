package io.shelftally.night.captures;

/** What is to be done next for a capture. */
enum CapturePhase {
    /** Read its status. */
    READ,
    /** The intent to retry is recorded: send the retry. */
    RETRY,
    /** A retry was sent and its outcome is unknown: read before anything else. */
    LOST_RETRY,
    /** The retry's answer still said FAILED, which may be stale: read before believing it. */
    RETRIED,
    /** The retry was refused as a conflict: read what the capture says now. */
    CONFLICT,
    /** The retry was refused as unprocessable, which is on record: read what the capture says now. */
    REFUSED,
    /** Nothing. */
    DONE
}
