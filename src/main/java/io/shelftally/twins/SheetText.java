package io.shelftally.twins;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text as a cell of a spreadsheet can hold it (ECMA-376, part 1, 22.9.2.19 ST_Xstring). */
final class SheetText {

    /** What spreadsheets take: more makes the file one that must be repaired. */
    static final int LONGEST = 32_767;

    private static final Pattern UNSHOWABLE = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private SheetText() {}

    /** Characters that XML lacks become {@code _x0001_}, as spreadsheets read it; a text that is too long loses its end. */
    static String of(String text) {
        String cut = text.length() <= LONGEST ? text : cut(text);
        String kept = cut.indexOf('_') < 0 ? cut : ESCAPE.matcher(cut).replaceAll("_x005F_");
        return UNSHOWABLE
                .matcher(kept)
                .replaceAll(match -> String.format(
                        Locale.ROOT, "_x%04X_", (int) match.group().charAt(0)));
    }

    private static String cut(String text) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Whether a cell that is edited by hand would turn into a number, and lose its zeros. */
    static boolean looksLikeNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
