package io.shelftally.product;

import java.util.Optional;

/**
 * The item number of a GS1 element string, Application Identifier 01 (GS1 General Specifications, section 3.3.2). AI 02
 * is what a logistic unit contains and is never read.
 */
final class ElementString {

    private static final String BRACKETED = "(01)";
    private static final String BARE = "01";
    private static final int LENGTH = 14;

    private ElementString() {}

    /** The 14 digits after {@code (01)} anywhere, or after a bare 01 at the start if their check digit is right. */
    static Optional<String> gtin(String text) {
        for (int at = text.indexOf(BRACKETED); at >= 0; at = text.indexOf(BRACKETED, at + 1)) {
            int from = at + BRACKETED.length();
            if (Digits.areAll(text, from, from + LENGTH)) {
                return Optional.of(text.substring(from, from + LENGTH));
            }
        }
        return bare(text);
    }

    private static Optional<String> bare(String text) {
        int from = BARE.length();
        int to = from + LENGTH;
        return text.startsWith(BARE) && Digits.areAll(text, from, to) && CheckDigit.isRight(text, from, to)
                ? Optional.of(text.substring(from, to))
                : Optional.empty();
    }
}
