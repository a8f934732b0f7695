package io.shelftally.intake.quarantine;

/** Why a row, a product or an answer was set aside (docs/rules.md, "Quarantine codes"). */
public enum QuarantineCode {
    BAD_CAPTURE_ID,
    BAD_SCAN_ID,
    WRONG_FIELD_COUNT,
    VALUE_TOO_LONG,
    CONFLICTING_ROWS,
    PRODUCT_WITHOUT_IDENTIFIER,
    UNASKED_ANSWER
}
