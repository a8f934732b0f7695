package io.shelftally.matching.reconciliation;

import java.util.Optional;

/** What the sources together say about one product of one scan (docs/rules.md, "Verdicts"). */
public enum Verdict {
    CONFIRMED(false),
    CAPTURED_NOT_SEEN(true),
    NOT_COMPARABLE(false),
    OOS_DISPUTED(true),
    SEEN_NOT_CAPTURED(false),
    REPORT_CONFLICT(true),
    OOS_REPORTED(false),
    EXPECTED_NOT_SEEN(false);

    private final boolean isBreak;

    Verdict(boolean isBreak) {
        this.isBreak = isBreak;
    }

    /**
     * The verdict of a row; an empty value is unknown. A product that was neither captured nor seen nor reported out of stock
     * has a row by a line of 0 facings.
     *
     * @throws IllegalArgumentException if no source has the product, which is then no row
     */
    public static Verdict of(boolean captured, Optional<Boolean> seen, Optional<Boolean> outOfStock) {
        return outOfStock.orElse(false) ? ofOutOfStock(captured, seen) : ofInStock(captured, seen);
    }

    private static Verdict ofOutOfStock(boolean captured, Optional<Boolean> seen) {
        if (captured) {
            return OOS_DISPUTED;
        }
        return seen.orElse(false) ? REPORT_CONFLICT : OOS_REPORTED;
    }

    private static Verdict ofInStock(boolean captured, Optional<Boolean> seen) {
        if (seen.orElse(false)) {
            return captured ? CONFIRMED : SEEN_NOT_CAPTURED;
        }
        if (captured) {
            return seen.isPresent() ? CAPTURED_NOT_SEEN : NOT_COMPARABLE;
        }
        if (seen.isEmpty()) {
            throw new IllegalArgumentException("no source has the product: captured=false, seen=unknown");
        }
        return EXPECTED_NOT_SEEN;
    }

    /**
     * Whether it is of a captured product that a report can be compared with: the whole of the share confirmed, in report.html as
     * in docs/analysts.md.
     */
    public boolean isComparedCapture() {
        return this == CONFIRMED || this == CAPTURED_NOT_SEEN || this == OOS_DISPUTED;
    }

    /** Whether the evidence contradicts itself. */
    public boolean isBreak() {
        return isBreak;
    }
}
