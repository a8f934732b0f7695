package io.shelftally.publication.export;

/** Keeps spreadsheets from running text as a formula (docs/data-dictionary.md, "Text that looks like a formula"). */
final class SpreadsheetText {
    private static final char NO_BREAK_SPACE = '\u00A0';

    private SpreadsheetText() {}

    /** The text, behind an apostrophe if a spreadsheet would run it. */
    static String safe(String text) {
        return startsAsFormula(text) && !isPlainNumber(text) ? "'" + text : text;
    }

    private static boolean startsAsFormula(String text) {
        int first = 0;
        while (first < text.length() && isSpace(text.charAt(first))) {
            first++;
        }
        return first < text.length() && "=+-@\t\r".indexOf(text.charAt(first)) >= 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == NO_BREAK_SPACE;
    }

    /** An optional sign and ASCII digits, optionally followed by a point and digits. */
    private static boolean isPlainNumber(String text) {
        int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        return point < 0
                ? isDigits(text, start, text.length())
                : isDigits(text, start, point) && isDigits(text, point + 1, text.length());
    }

    private static boolean isDigits(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return start < end;
    }
}
