package io.shelftally.publication.twins;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text as a cell of a spreadsheet can hold it (ECMA-376, part 1, 22.9.2.19 ST_Xstring). */
final class SheetText {

    /** What spreadsheets take: more makes the file one that must be repaired. */
    static final int LONGEST = 32_767;

    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private SheetText() {}

    /**
     * As XML: characters that it lacks become {@code _x0001_}, as spreadsheets read it; a text that is too long loses its end.
     *
     * @param text without lone surrogates
     */
    static void append(StringBuilder xml, String text) {
        String cut = text.length() <= LONGEST ? text : cut(text);
        String kept = cut.indexOf('_') < 0 ? cut : ESCAPE.matcher(cut).replaceAll("_x005F_");
        for (int at = 0; at < kept.length(); at++) {
            append(xml, kept.charAt(at));
        }
    }

    private static void append(StringBuilder xml, char c) {
        switch (c) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            case '\r' -> xml.append("&#13;");
            case '\t', '\n' -> xml.append(c);
            default -> {
                if (c < ' ' || c >= '\uFFFE') {
                    xml.append(String.format(Locale.ROOT, "_x%04X_", (int) c));
                } else {
                    xml.append(c);
                }
            }
        }
    }

    private static String cut(String text) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Whether readers would trim it if they were not told otherwise: space at either end, or a line end anywhere. */
    static boolean hasSpaceToKeep(String text) {
        return isSpace(text.charAt(0)) || isSpace(text.charAt(text.length() - 1)) || hasControl(text);
    }

    private static boolean hasControl(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ') {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
