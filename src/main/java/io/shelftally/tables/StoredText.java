package io.shelftally.tables;

/** Text that every database can hold: U+0000 and lone surrogates become U+FFFD, as they do in the CSV. */
final class StoredText {

    private static final char REPLACEMENT = '\uFFFD';

    private StoredText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0 || Character.isSurrogate(unit)) {
                return replaced(text);
            }
        }
        return text;
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
