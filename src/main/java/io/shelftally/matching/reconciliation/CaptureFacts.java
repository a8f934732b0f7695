package io.shelftally.matching.reconciliation;

/**
 * All that the outcome of a capture follows from (docs/rules.md, "Outcomes of a capture").
 *
 * @param end how its own calls ended
 * @param identified whether an identifier was read from it
 * @param scan where the scan that it is linked to stands
 * @param lastNight whether this is the last night that waits for a scan in no work list
 */
public record CaptureFacts(End end, boolean identified, LinkedScan scan, boolean lastNight) {

    /** How the calls for a capture ended. */
    public enum End {
        /** HTTP 404. */
        UNKNOWN,
        /** Another permanent error. */
        REJECTED,
        /** The quota was spent first. */
        DEFERRED,
        /** The waiting time ended first. */
        UNSETTLED,
        /** It still says FAILED after the allowed retries. */
        UNRESOLVED,
        /** COMPLETED or NOT_FOUND. */
        SETTLED
    }

    /** Where the scan of a capture stands. */
    public enum LinkedScan {
        /** The capture names no scan that is known. */
        NONE,
        /** It failed, its report was rejected, or it was waited for in vain. */
        UNAVAILABLE,
        /** It goes on to the next night. */
        CARRIED,
        /** It is in no work list, so Pensa is not asked about it. */
        UNLISTED,
        /** Its reports were read. */
        REPORTED;

        /** Where a scan of a work list stands, when this is the last night that asks about it or not. */
        public static LinkedScan of(ScanOutcome outcome, boolean lastNight) {
            if (outcome == ScanOutcome.REPORTED) {
                return REPORTED;
            }
            return outcome.isCarried(lastNight) ? CARRIED : UNAVAILABLE;
        }
    }
}
