package io.shelftally.reconciliation;

import java.util.Optional;

/** The three values that a verdict follows from, as a stable text. */
final class Reason {

    private Reason() {}

    /** Such as {@code captured=yes seen=no oos=unknown}. */
    static String of(boolean captured, Optional<Boolean> seen, Optional<Boolean> outOfStock) {
        return "captured=" + word(captured) + " seen=" + word(seen) + " oos=" + word(outOfStock);
    }

    private static String word(Optional<Boolean> value) {
        return value.isPresent() ? word(value.get()) : "unknown";
    }

    private static String word(boolean value) {
        return value ? "yes" : "no";
    }
}
