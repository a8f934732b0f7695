package io.shelftally.operations.changes;

/** Why a verdict is another one on another night; the first that holds, in this order (docs/rules.md, "Changes between two nights"). */
public enum ChangeCause {
    INPUT_CHANGED,
    LATE_SCAN,
    RULE_CHANGED,
    RETRIED_CAPTURE,
    VENDOR_DATA_CHANGED
}
