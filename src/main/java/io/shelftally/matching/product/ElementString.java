package io.shelftally.matching.product;

import java.util.Optional;

/**
 * The item number of GS1 element strings, Application Identifier 01 (GS1 General Specifications, section 3.3.2). AI 02
 * is what a logistic unit contains and is never read. Separators may be missing: findings/zxing-drops-gs1-separators.sh.
 */
final class ElementString {

    private static final String ITEM = "01";
    private static final int DIGITS = 14;

    private ElementString() {}

    /** The 14 digits after {@code (01)} or {@code [01]}, else those of the first element string of AI 01 that is right. */
    static Optional<String> gtin(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("(01)", at) || text.startsWith("[01]", at)) {
                String digits = digits(text, at + "(01)".length());
                if (digits.length() == DIGITS) {
                    return Optional.of(digits);
                }
            }
        }
        return ofPieces(text);
    }

    /** Up to 14 digits from an index on, whatever spaces stand around them. */
    private static String digits(String text, int from) {
        StringBuilder digits = new StringBuilder(DIGITS);
        for (int at = from; at < text.length() && digits.length() < DIGITS; at++) {
            char c = text.charAt(at);
            if (Digits.isDigit(c)) {
                digits.append(c);
            } else if (!Characters.isSpace(c)) {
                break;
            }
        }
        return digits.toString();
    }

    private static Optional<String> ofPieces(String text) {
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            int separator = Fnc1.lengthAt(text, at);
            if (separator > 0) {
                Optional<String> item = ofPiece(text, from, at);
                if (item.isPresent()) {
                    return item;
                }
                from = at + separator;
                at = from - 1;
            }
        }
        return ofPiece(text, from, text.length());
    }

    /** One element string after the other, until one whose end only a separator could tell. */
    private static Optional<String> ofPiece(String text, int from, int to) {
        int at = from;
        int end = at + PredefinedLength.at(text, at, to);
        while (end > at && end <= to && Digits.areAll(text, at, end)) {
            if (text.startsWith(ITEM, at) && CheckDigit.isRight(text, at + ITEM.length(), end)) {
                return Optional.of(text.substring(at + ITEM.length(), end));
            }
            at = end;
            end = at + PredefinedLength.at(text, at, to);
        }
        return Optional.empty();
    }
}
