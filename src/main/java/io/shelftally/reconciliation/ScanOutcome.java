package io.shelftally.reconciliation;

/** Where a scan stands at the end of a night (docs/rules.md, "Outcomes of a scan"). */
public enum ScanOutcome {
    REPORTED,
    IN_PROGRESS,
    FAILED,
    UNKNOWN_SCAN,
    REPORT_NOT_READY,
    REPORT_REJECTED
}
