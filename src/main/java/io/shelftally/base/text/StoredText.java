package io.shelftally.base.text;

import org.jspecify.annotations.Nullable;

/** Text that every database and every file can hold: U+0000 and lone surrogates become U+FFFD. */
public final class StoredText {

    private static final char REPLACEMENT = '\uFFFD';

    private StoredText() {}

    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0 || Character.isSurrogate(unit)) {
                return replaced(text);
            }
        }
        return text;
    }

    /** The same of text that may be absent. */
    public static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    private static String replaced(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().map(StoredText::storable).forEach(result::appendCodePoint);
        return result.toString();
    }

    private static int storable(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE ? REPLACEMENT : codePoint;
    }
}
