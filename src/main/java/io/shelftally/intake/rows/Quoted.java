package io.shelftally.intake.rows;

import java.util.List;
import java.util.stream.Collectors;

/** Text from outside, fit for one line of a message or a log: quoted, shortened, control characters as {@code ?}. */
public final class Quoted {

    private static final int LONGEST = 60;
    private static final int MOST = 20;

    private Quoted() {}

    public static String text(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return '"' + plain(text) + '"';
        }
        return '"' + plain(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + "...\"";
    }

    static String list(List<String> texts) {
        String first = texts.stream().limit(MOST).map(Quoted::text).collect(Collectors.joining(", "));
        return texts.size() <= MOST ? first : first + " and " + (texts.size() - MOST) + " more";
    }

    /** The whole text on one line, such as a path. */
    public static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]", "?");
    }
}
