package io.shelftally.matching.product;

import java.util.Optional;

/** A book's number of before 2007 (ISO 2108): nine digits and a check character, which is X where it would be ten. */
final class Isbn10 {

    private static final int LENGTH = 10;
    private static final String BOOKLAND = "978";

    private Isbn10() {}

    /** Whether the text is nine digits and X. */
    static boolean endsInX(String text) {
        return text.length() == LENGTH
                && (text.charAt(LENGTH - 1) == 'X' || text.charAt(LENGTH - 1) == 'x')
                && Digits.areAll(text, 0, LENGTH - 1);
    }

    /** The ISBN-13 of the same book; empty if the check character, a digit or X, is wrong. */
    static Optional<Gtin> gtin(String isbn) {
        return check(isbn) == value(isbn.charAt(LENGTH - 1))
                ? Optional.of(Gtin.withCheckDigit(BOOKLAND + isbn.substring(0, LENGTH - 1)))
                : Optional.empty();
    }

    private static int value(char check) {
        return Digits.isDigit(check) ? check - '0' : 10;
    }

    private static int check(String isbn) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (i + 1) * (isbn.charAt(i) - '0');
        }
        return sum % 11;
    }
}
