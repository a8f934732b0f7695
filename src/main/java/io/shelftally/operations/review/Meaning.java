package io.shelftally.operations.review;

import io.shelftally.intake.quarantine.QuarantineCode;

/** What a code means, and what to do: the words of docs/rules.md, "Quarantine codes". */
final class Meaning {

    private Meaning() {}

    static String of(QuarantineCode code) {
        return switch (code) {
            case BAD_CAPTURE_ID ->
                "A capture id in the work list is not 22 characters of Closient's alphabet. Correct the row; no call was made"
                        + " for it. The detail says where it is the UUID of an id, which the setting"
                        + " `shelftally.intake.uuid-ids=convert` takes as the same id, or an id of 12 characters, as"
                        + " Closient had before.";
            case BAD_SCAN_ID ->
                "A scan id in the work list is not a whole number from 1 to 9223372036854775807. Correct the row. A capture"
                        + " whose optional scan id is bad is set aside whole.";
            case WRONG_FIELD_COUNT ->
                "A line has more fields than the header, or ends before its id; optional columns at its end may be left out."
                        + " Look for a comma or a quote that is not quoted.";
            case VALUE_TOO_LONG ->
                "A value is longer than 255 characters. Often a quote is missing, so that several columns became one.";
            case CONFLICTING_ROWS ->
                "The same id stands in several rows that differ, so none of them is trusted. Keep one. Rows that are equal"
                        + " are merged and only counted.";
            case PRODUCT_WITHOUT_IDENTIFIER ->
                "A product of a report has a `upc` from which no identifier can be read, or none. It has no row. Report it to"
                        + " Pensa.";
            case UNASKED_ANSWER ->
                "Pensa returned a scan that was not asked about. It was ignored. If it recurs, report it to Pensa.";
        };
    }
}
