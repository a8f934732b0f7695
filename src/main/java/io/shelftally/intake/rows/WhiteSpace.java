package io.shelftally.intake.rows;

/** White space of any kind: no-break and zero-width spaces and the byte order mark too. */
final class WhiteSpace {

    private static final String INVISIBLE = "\u0085\u200B\u2060\uFEFF";

    private WhiteSpace() {}

    static String trim(CharSequence text) {
        int from = 0;
        int to = text.length();
        while (from < to && is(text.charAt(from))) {
            from++;
        }
        while (from < to && is(text.charAt(to - 1))) {
            to--;
        }
        return text.subSequence(from, to).toString();
    }

    static boolean isAll(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!is(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean is(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || INVISIBLE.indexOf(c) >= 0;
    }
}
