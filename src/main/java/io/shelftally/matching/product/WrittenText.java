package io.shelftally.matching.product;

import java.util.Optional;

/**
 * What is left of a text when everything around the code is taken off, layer by layer: margins, an AIM prefix (ISO/IEC
 * 15424), stand-ins of FNC1, the marks of a spreadsheet's text.
 *
 * @param isGs1 whether a stand-in of FNC1 was taken off, so that it is an element string or nothing
 * @param hasSupplement whether the AIM prefix says that a supplement follows the code
 */
record WrittenText(String text, boolean isGs1, boolean hasSupplement) {

    private static final String CODABAR = "]F";
    private static final String WITH_SUPPLEMENT = "]E3";
    private static final int AIM_PREFIX = 3;
    private static final String FORMULA = "=\"";

    /** Empty if it is a symbol that holds no product code. */
    static Optional<WrittenText> unwrapped(String written) {
        String text = Digits.narrow(written);
        int from = Characters.afterMargin(text, 0, text.length());
        int to = Characters.beforeMargin(text, from, text.length());
        boolean isGs1 = false;
        boolean hasSupplement = false;
        while (from < to) {
            if (text.startsWith(CODABAR, from)) {
                return Optional.empty();
            }
            int layer = aimPrefix(text, from, to);
            if (layer > 0) {
                hasSupplement = text.startsWith(WITH_SUPPLEMENT, from);
            } else if (text.charAt(from) == '\'') {
                layer = 1;
            } else if (isFormula(text, from, to)) {
                layer = FORMULA.length();
                to--;
            } else {
                layer = Fnc1.standInAt(text, from);
                isGs1 |= layer > 0;
            }
            if (layer == 0) {
                break;
            }
            from = Characters.afterMargin(text, from + layer, to);
            to = Characters.beforeMargin(text, from, to);
        }
        return Optional.of(new WrittenText(text.substring(from, to), isGs1, hasSupplement));
    }

    private static int aimPrefix(String text, int from, int to) {
        return to - from >= AIM_PREFIX
                        && text.charAt(from) == ']'
                        && isLetter(text.charAt(from + 1))
                        && Digits.isDigit(text.charAt(from + 2))
                ? AIM_PREFIX
                : 0;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isFormula(String text, int from, int to) {
        return to - from > FORMULA.length() && text.startsWith(FORMULA, from) && text.charAt(to - 1) == '"';
    }
}
