package io.shelftally.publication.verification;

import java.util.List;
import java.util.regex.Pattern;

/** Text that a spreadsheet would run (docs/data-dictionary.md, "Text that looks like a formula"). */
final class Formula {

    private static final Pattern START = Pattern.compile("[ \\u00A0]*[=+\\-@\\t\\r]");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private Formula() {}

    static boolean is(String text) {
        return !text.isEmpty()
                && START.matcher(text).lookingAt()
                && !PLAIN_NUMBER.matcher(text).matches();
    }

    /** The texts that a cell may stand for: what is behind an apostrophe may have been there, or not. */
    static List<String> readings(String cell) {
        boolean mayBeDisarmed = cell.startsWith("'") && is(cell.substring(1));
        return mayBeDisarmed ? List.of(cell.substring(1), cell) : List.of(cell);
    }
}
