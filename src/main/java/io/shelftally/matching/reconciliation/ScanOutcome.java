package io.shelftally.matching.reconciliation;

/** Where a scan stands at the end of a night (docs/rules.md, "Outcomes of a scan"). */
public enum ScanOutcome {
    REPORTED,
    IN_PROGRESS,
    FAILED,
    UNKNOWN_SCAN,
    REPORT_NOT_READY,
    REPORT_REJECTED;

    /** Whether the next night asks about the scan by itself, when this is its last night of patience or not. */
    public boolean isCarried(boolean lastNight) {
        return switch (this) {
            case IN_PROGRESS, REPORT_NOT_READY -> true;
            case UNKNOWN_SCAN -> !lastNight;
            case REPORTED, FAILED, REPORT_REJECTED -> false;
        };
    }
}
