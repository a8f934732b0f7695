package io.shelftally.matching.product;

/** What surrounds and parts the digits of a code, by the general categories of Unicode. */
final class Characters {

    private static final int SOFT_HYPHEN = 0x00AD;
    private static final int NEXT_LINE = 0x0085;

    private Characters() {}

    /** White space of any kind, the ASCII separators (U+001D is one), and format characters, which nobody sees. */
    static boolean isMargin(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == NEXT_LINE
                || Character.getType(c) == Character.FORMAT;
    }

    static boolean isSpace(int c) {
        return c == ' ' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    static boolean isDash(int c) {
        return c == '-' || c == SOFT_HYPHEN || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    /** The text without margins. */
    static String trimmed(String text) {
        int from = afterMargin(text, 0, text.length());
        return text.substring(from, beforeMargin(text, from, text.length()));
    }

    /** The first index from here on, up to the other, that is no margin. */
    static int afterMargin(String text, int from, int to) {
        int at = from;
        while (at < to && isMargin(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** The last index, down to the first one, that no margin stands before. */
    static int beforeMargin(String text, int from, int to) {
        int at = to;
        while (at > from && isMargin(text.codePointBefore(at))) {
            at -= Character.charCount(text.codePointBefore(at));
        }
        return at;
    }

    /** The text without spaces and dashes. */
    static String withoutGaps(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isSpace(c) && !isDash(c)).forEach(rest::appendCodePoint);
        return rest.toString();
    }
}
