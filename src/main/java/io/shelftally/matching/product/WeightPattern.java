package io.shelftally.matching.product;

/**
 * How a store writes a weight or a price into the codes of a product, such as {@code 21IIIIIXXXXXC}: a digit stands for
 * itself, I is kept, X becomes 0 and C is the check digit.
 */
public record WeightPattern(String text) {

    /** A regular expression that every pattern matches: without any digit it would take each product for another. */
    public static final String FORM = "(?=.*[1-9])[0-9IX]{12}C";

    /** What must be, in words. */
    public static final String ALLOWED =
            "must be patterns of 13 characters, such as 21IIIIIXXXXXC: digits that are there,"
                    + " not all zeros, I for a digit that is kept, X for one that becomes 0, and C at the end for the check digit";

    private static final int DATA_DIGITS = 12;

    public WeightPattern {
        if (!text.matches(FORM)) {
            throw new IllegalArgumentException(ALLOWED);
        }
    }

    /** Whether the code has the pattern's digits and a right check digit. */
    boolean fits(Gtin gtin) {
        String digits = gtin.digits();
        if (digits.charAt(0) != '0') {
            return false;
        }
        for (int i = 0; i < DATA_DIGITS; i++) {
            if (Digits.isDigit(text.charAt(i)) && text.charAt(i) != digits.charAt(i + 1)) {
                return false;
            }
        }
        return gtin.hasRightCheckDigit();
    }

    /** The code of the product, whatever a pack of it weighs or costs. */
    Gtin product(Gtin pack) {
        StringBuilder data = new StringBuilder(DATA_DIGITS);
        for (int i = 0; i < DATA_DIGITS; i++) {
            data.append(text.charAt(i) == 'X' ? '0' : pack.digits().charAt(i + 1));
        }
        return Gtin.withCheckDigit(data.toString());
    }
}
