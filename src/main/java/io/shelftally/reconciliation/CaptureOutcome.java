package io.shelftally.reconciliation;

/** Where a capture stands at the end of a night (docs/rules.md, "Outcomes of a capture"); the first that holds wins. */
public enum CaptureOutcome {
    UNKNOWN_CAPTURE,
    REJECTED,
    DEFERRED,
    IN_PROGRESS,
    UNRESOLVED,
    NO_IDENTIFIER,
    UNLINKED,
    SCAN_UNAVAILABLE,
    WAITING_FOR_SCAN,
    RECONCILED
}
