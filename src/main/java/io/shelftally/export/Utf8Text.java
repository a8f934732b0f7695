package io.shelftally.export;

import java.nio.charset.StandardCharsets;

/** Text as UTF-8 that every reader accepts: U+0000 and lone surrogates become U+FFFD. */
final class Utf8Text {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8Text() {}

    static byte[] encode(String text) {
        boolean isSound = text.indexOf(0) < 0 && !hasSurrogate(text);
        return (isSound ? text : replaced(text)).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean hasSurrogate(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static String replaced(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().map(Utf8Text::replaced).forEach(result::appendCodePoint);
        return result.toString();
    }

    private static int replaced(int codePoint) {
        boolean loneSurrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return codePoint == 0 || loneSurrogate ? REPLACEMENT : codePoint;
    }
}
