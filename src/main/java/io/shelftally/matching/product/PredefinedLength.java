package io.shelftally.matching.product;

import java.util.Arrays;

/**
 * The element strings that need no separator after them, by the first two digits of their Application Identifier (GS1
 * General Specifications, "Element strings with predefined length using GS1 Application Identifiers").
 */
final class PredefinedLength {

    /** The characters of the identifier and its data; 0 where a separator, or the end, says how long it is. */
    private static final int[] OF_IDENTIFIER = new int[100];

    static {
        set(0, 0, 20);
        set(1, 3, 16);
        set(4, 4, 18);
        set(11, 19, 8);
        set(20, 20, 4);
        set(31, 36, 10);
        set(41, 41, 16);
    }

    private PredefinedLength() {}

    private static void set(int first, int last, int length) {
        Arrays.fill(OF_IDENTIFIER, first, last + 1, length);
    }

    /** The length of the element string that begins at an index; 0 if it has none, or no identifier is there. */
    static int at(String text, int from, int to) {
        return from + 2 <= to && Digits.areAll(text, from, from + 2)
                ? OF_IDENTIFIER[10 * (text.charAt(from) - '0') + text.charAt(from + 1) - '0']
                : 0;
    }
}
