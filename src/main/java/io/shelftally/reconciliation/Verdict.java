package io.shelftally.reconciliation;

/** What the sources together say about one product of one scan (docs/rules.md, "Verdicts"). */
public enum Verdict {
    CONFIRMED(false),
    CAPTURED_NOT_SEEN(true),
    NOT_COMPARABLE(false),
    OOS_DISPUTED(true),
    SEEN_NOT_CAPTURED(false),
    REPORT_CONFLICT(true),
    OOS_REPORTED(false);

    private final boolean isBreak;

    Verdict(boolean isBreak) {
        this.isBreak = isBreak;
    }

    /** Whether the evidence contradicts itself. */
    public boolean isBreak() {
        return isBreak;
    }
}
