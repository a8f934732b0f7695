package io.shelftally.night.scans;

/** How a scan ended. */
public enum ScanEnding {
    /** At least one of its reports was read. */
    REPORTED,
    /** A status says that it failed. */
    FAILED,
    /** Its report was refused for good, by an HTTP status or by a word in its answer. */
    REJECTED
}
