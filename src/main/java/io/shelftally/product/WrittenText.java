package io.shelftally.product;

/** What surrounds a code where it was typed, pasted or scanned. */
final class WrittenText {

    private static final int AIM_PREFIX = 3;

    private WrittenText() {}

    /** The text without white space around it and without an AIM prefix, which is {@code ]} and two characters. */
    static String unwrapped(String text) {
        String trimmed = trimmed(text);
        return trimmed.length() >= AIM_PREFIX && trimmed.charAt(0) == ']' ? trimmed.substring(AIM_PREFIX) : trimmed;
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085' || isZeroWidth(c);
    }

    /** Zero-width space, non-joiner and joiner, word joiner, byte order mark. */
    private static boolean isZeroWidth(char c) {
        return (c >= '\u200B' && c <= '\u200D') || c == '\u2060' || c == '\uFEFF';
    }
}
