package io.shelftally.product;

import java.util.Optional;

/** ASCII digits in a text; the digits of other scripts are none. */
final class Digits {

    private static final int MOST = 14;

    private Digits() {}

    static boolean areAll(String text) {
        return areAll(text, 0, text.length());
    }

    /** Whether the text has a digit in every place from one index to before the other. */
    static boolean areAll(String text, int from, int to) {
        if (to > text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean areZeros(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /** The text without spaces and hyphens; empty if anything else than digits is left, or more than a GTIN has. */
    static Optional<String> withoutGaps(String text) {
        StringBuilder digits = new StringBuilder(MOST);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '-') {
                continue;
            }
            if (!isDigit(c) || digits.length() == MOST) {
                return Optional.empty();
            }
            digits.append(c);
        }
        return Optional.of(digits.toString());
    }
}
