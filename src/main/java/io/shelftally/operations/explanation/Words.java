package io.shelftally.operations.explanation;

import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.Verdict;

/** The rules in plain words (docs/rules.md, "Verdicts" and "Outcomes of a capture"). */
final class Words {

    private Words() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case CONFIRMED ->
                "A settled capture of this scan is of the product, a report lists it as seen, and OOS does not.";
            case CAPTURED_NOT_SEEN ->
                "A settled capture of this scan is of the product, but the report that tells what was seen does not list"
                        + " it, or gives it 0 facings, nor does OOS list it. It is a break. It does not say that the"
                        + " product is out of stock.";
            case NOT_COMPARABLE ->
                "A settled capture of this scan is of the product, but no report tells whether it was seen: the answer had"
                        + " no such list, or too many of its lines cannot be read, and it does not name the product.";
            case OOS_DISPUTED ->
                "OOS reports the product out of stock, yet a settled capture of this scan is of it. It is a"
                        + " break, whatever was seen.";
            case SEEN_NOT_CAPTURED ->
                "A report lists the product as seen, OOS does not list it, and no settled capture of this scan is of it.";
            case REPORT_CONFLICT ->
                "One report lists the product as seen and OOS as out of stock, and no settled capture of this scan decides. It is"
                        + " a break.";
            case OOS_REPORTED ->
                "OOS lists the product, no report lists it as seen, and no settled capture of" + " this scan is of it.";
            case EXPECTED_NOT_SEEN ->
                "A list of facings gives the product 0 facings, no report lists it as seen or out of stock, and no"
                        + " settled capture of this scan is of it.";
        };
    }

    static String of(CaptureOutcome outcome) {
        return switch (outcome) {
            case UNKNOWN_CAPTURE ->
                "Closient answered HTTP 404 to a call for it: it has no such capture. This goes before all"
                        + " other outcomes.";
            case REJECTED -> "Closient refused it for good with another error than 404.";
            case DEFERRED ->
                "The quota of the API key was spent before its first read or its retry. The next night goes on.";
            case IN_PROGRESS ->
                "It was not settled, or never answered, when the waiting time of the run ended. The next night"
                        + " goes on.";
            case UNRESOLVED -> "It still says FAILED after the retries that are allowed; error_message tells why.";
            case NO_IDENTIFIER -> "It is settled, but none of its texts holds a product code.";
            case UNLINKED ->
                "It is settled and has a product code, but neither its line in the work list nor its metadata name"
                        + " a scan that is known.";
            case SCAN_UNAVAILABLE ->
                "It is settled and linked, but its scan failed, had its report rejected, or was waited for"
                        + " in vain.";
            case WAITING_FOR_SCAN ->
                "It is settled and linked; its scan goes on to the next night, or is in no work list yet.";
            case RECONCILED ->
                "It is settled and linked, and the reports of its scan were read: it stands behind a row.";
        };
    }
}
