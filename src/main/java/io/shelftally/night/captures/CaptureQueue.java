package io.shelftally.night.captures;

/** The order in which captures are called about, by the numbers in their table. */
final class CaptureQueue {

    /** A retry that is on record, and what follows it up: its capture is not left half-done. */
    static final int FOLLOW_UP = 0;

    /** Captures that were not asked about, those of tonight's scans first. */
    static final int[] NEW = {1, 2};

    /** First reads that failed in passing. */
    static final int UNREAD = 3;

    /** Captures that were read and are not settled. */
    static final int POLL = 4;

    private CaptureQueue() {}
}
