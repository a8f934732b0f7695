package io.shelftally.publication.pages;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.Verdict;

/** What a constant says, in a few words for a reader of the page (docs/rules.md says it in full). */
public final class Meaning {
    private Meaning() {}

    public static String of(Verdict verdict) {
        return switch (verdict) {
            case CONFIRMED -> "captured, and seen on the shelf";
            case CAPTURED_NOT_SEEN -> "captured, but the scan did not see it";
            case NOT_COMPARABLE -> "captured; what the scan saw is not known";
            case OOS_DISPUTED -> "captured, but reported out of stock";
            case SEEN_NOT_CAPTURED -> "seen on the shelf, not captured";
            case REPORT_CONFLICT -> "reported both as seen and as out of stock";
            case OOS_REPORTED -> "reported out of stock, not captured";
            case EXPECTED_NOT_SEEN -> "expected on the shelf, no facing seen";
        };
    }

    public static String of(CaptureOutcome outcome) {
        return switch (outcome) {
            case UNKNOWN_CAPTURE -> "the vendor does not know it";
            case REJECTED -> "the vendor refuses it for good";
            case DEFERRED -> "the quota was spent first; goes on";
            case IN_PROGRESS -> "not settled when the waiting time ended; goes on";
            case UNRESOLVED -> "failed after the allowed retries";
            case NO_IDENTIFIER -> "settled, without a readable product code";
            case UNLINKED -> "settled, and no scan is known for it";
            case SCAN_UNAVAILABLE -> "its scan failed or was waited for in vain";
            case WAITING_FOR_SCAN -> "settled; its scan is not reported yet; goes on";
            case RECONCILED -> "settled and compared with its scan";
        };
    }

    public static String of(ScanOutcome outcome) {
        return switch (outcome) {
            case REPORTED -> "its reports were read";
            case IN_PROGRESS -> "still being processed; goes on";
            case FAILED -> "failed at the vendor";
            case UNKNOWN_SCAN -> "not returned by the vendor; asked again for some nights";
            case REPORT_NOT_READY -> "no report yet; goes on";
            case REPORT_REJECTED -> "the vendor refuses its report for good";
        };
    }

    public static String of(QuarantineCode code) {
        return switch (code) {
            case BAD_CAPTURE_ID -> "a row without a good capture id";
            case BAD_SCAN_ID -> "a row without a good scan id";
            case WRONG_FIELD_COUNT -> "a row with too few or too many fields";
            case VALUE_TOO_LONG -> "a row with a value of more than 255 characters";
            case CONFLICTING_ROWS -> "rows of one id that contradict each other";
            case PRODUCT_WITHOUT_IDENTIFIER -> "a report's product without a readable code";
            case UNASKED_ANSWER -> "an answer about a scan that was not asked for";
        };
    }
}
