package io.shelftally.matching.product;

/** ASCII digits in a text; the digits of other scripts are none. */
final class Digits {

    private static final char FULL_WIDTH_ZERO = '\uFF10';
    private static final char FULL_WIDTH_NINE = '\uFF19';

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

    /** The text with digits of full width as ASCII; the same text if there are none. */
    static String narrow(String text) {
        StringBuilder narrow = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FULL_WIDTH_ZERO && c <= FULL_WIDTH_NINE) {
                narrow = narrow == null ? new StringBuilder(text) : narrow;
                narrow.setCharAt(i, (char) (c - FULL_WIDTH_ZERO + '0'));
            }
        }
        return narrow == null ? text : narrow.toString();
    }
}
