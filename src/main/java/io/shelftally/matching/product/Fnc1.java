package io.shelftally.matching.product;

import java.util.List;

/**
 * The Function Code 1 that begins GS1 data and parts its element strings (GS1 General Specifications, section 7.8): U+001D,
 * or what decoders give for it where they cannot.
 */
final class Fnc1 {

    private static final char SEPARATOR = '\u001D';
    private static final List<String> STAND_INS = List.of("^", "\u00E8", "\uFFFD", "{GS}", "<GS>", "{FNC1}");

    private Fnc1() {}

    /** The characters that stand for one at an index, U+001D itself aside; 0 if none do. */
    static int standInAt(String text, int at) {
        for (String standIn : STAND_INS) {
            if (text.startsWith(standIn, at)) {
                return standIn.length();
            }
        }
        return 0;
    }

    /** The characters of a separator at an index; 0 if there is none. */
    static int lengthAt(String text, int at) {
        return text.charAt(at) == SEPARATOR ? 1 : standInAt(text, at);
    }
}
