package io.shelftally.operations.explanation;

import java.util.Optional;

/** How two GTINs that differ can come from one item, or from one slip of a hand or a scanner; the most telling first. */
enum Nearness {
    /** The first digit alone tells them apart, and with it the check digit: a unit, its pack, its case. */
    PACKAGING_LEVEL("another packaging level of the same item"),
    CHECK_DIGIT("the same but for the check digit"),
    TRANSPOSED("two neighbouring digits are swapped"),
    ONE_DIGIT("one digit differs"),
    FIRST_12("the first 12 digits are the same");

    private static final int DIGITS = 14;

    private final String words;

    Nearness(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Of two texts of 14 digits; empty if they are equal, or far from each other. */
    static Optional<Nearness> of(String one, String other) {
        if (one.equals(other)) {
            return Optional.empty();
        }
        if (one.regionMatches(1, other, 1, DIGITS - 2) && one.charAt(0) != other.charAt(0)) {
            return Optional.of(PACKAGING_LEVEL);
        }
        if (one.regionMatches(0, other, 0, DIGITS - 1)) {
            return Optional.of(CHECK_DIGIT);
        }
        if (isTransposed(one, other)) {
            return Optional.of(TRANSPOSED);
        }
        if (differing(one, other) == 1) {
            return Optional.of(ONE_DIGIT);
        }
        return one.regionMatches(0, other, 0, DIGITS - 2) ? Optional.of(FIRST_12) : Optional.empty();
    }

    private static boolean isTransposed(String one, String other) {
        int at = 0;
        while (one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at < DIGITS - 1
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.regionMatches(at + 2, other, at + 2, DIGITS - at - 2);
    }

    private static int differing(String one, String other) {
        int differing = 0;
        for (int at = 0; at < DIGITS; at++) {
            differing += one.charAt(at) == other.charAt(at) ? 0 : 1;
        }
        return differing;
    }
}
