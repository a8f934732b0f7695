package io.shelftally.matching.reconciliation;

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
    RECONCILED;

    /** The first outcome that holds. */
    public static CaptureOutcome of(CaptureFacts facts) {
        return switch (facts.end()) {
            case UNKNOWN -> UNKNOWN_CAPTURE;
            case REJECTED -> REJECTED;
            case DEFERRED -> DEFERRED;
            case UNSETTLED -> IN_PROGRESS;
            case UNRESOLVED -> UNRESOLVED;
            case SETTLED -> facts.identified() ? ofLink(facts) : NO_IDENTIFIER;
        };
    }

    private static CaptureOutcome ofLink(CaptureFacts facts) {
        return switch (facts.scan()) {
            case NONE -> UNLINKED;
            case UNAVAILABLE -> SCAN_UNAVAILABLE;
            case CARRIED -> WAITING_FOR_SCAN;
            case UNLISTED -> facts.lastNight() ? SCAN_UNAVAILABLE : WAITING_FOR_SCAN;
            case REPORTED -> RECONCILED;
        };
    }

    /** Whether the next night looks at the capture by itself, when this is its last night of patience or not. */
    public boolean isCarried(boolean lastNight) {
        return switch (this) {
            case DEFERRED, IN_PROGRESS, WAITING_FOR_SCAN -> true;
            case UNLINKED -> !lastNight;
            default -> false;
        };
    }
}
