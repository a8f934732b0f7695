package io.shelftally.night.scans;

/** What is to be done next for a scan. */
enum ScanPhase {
    /** Ask for its status. */
    STATUS,
    /** It is final: ask for its reports. */
    REPORT,
    /** Nothing. */
    DONE
}
