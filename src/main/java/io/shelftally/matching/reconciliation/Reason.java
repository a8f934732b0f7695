package io.shelftally.matching.reconciliation;

import java.util.List;
import java.util.Optional;

/** The three values that a verdict follows from, as a stable text; there are eighteen, made once. */
final class Reason {

    private static final List<String> WORDS = List.of("no", "yes", "unknown");
    private static final String[][][] TEXTS = texts();

    private Reason() {}

    /** Such as {@code captured=yes seen=no oos=unknown}. */
    static String of(boolean captured, Optional<Boolean> seen, Optional<Boolean> outOfStock) {
        return TEXTS[captured ? 1 : 0][place(seen)][place(outOfStock)];
    }

    private static int place(Optional<Boolean> value) {
        return value.map(known -> known ? 1 : 0).orElse(2);
    }

    private static String[][][] texts() {
        String[][][] texts = new String[2][3][3];
        for (int captured = 0; captured < 2; captured++) {
            for (int seen = 0; seen < 3; seen++) {
                for (int outOfStock = 0; outOfStock < 3; outOfStock++) {
                    texts[captured][seen][outOfStock] = "captured=" + WORDS.get(captured) + " seen=" + WORDS.get(seen)
                            + " oos=" + WORDS.get(outOfStock);
                }
            }
        }
        return texts;
    }
}
