package io.shelftally.matching.product;

import java.util.Set;

/** The flags that follow from the digits of a canonical GTIN alone (docs/rules.md, "Identifier flags"). */
final class DigitFlags {

    /** All of them. */
    static final Set<IdentifierFlag> ALL = Set.of(
            IdentifierFlag.BAD_CHECK_DIGIT,
            IdentifierFlag.CASE_LEVEL,
            IdentifierFlag.COUPON,
            IdentifierFlag.RESTRICTED,
            IdentifierFlag.VARIABLE_MEASURE);

    private static final int BEHIND_SIX_ZEROS = 6;

    private DigitFlags() {}

    static void add(Gtin gtin, Set<IdentifierFlag> flags) {
        String digits = gtin.digits();
        char first = digits.charAt(0);
        if (!gtin.hasRightCheckDigit()) {
            flags.add(IdentifierFlag.BAD_CHECK_DIGIT);
        }
        if (first == '9') {
            flags.add(IdentifierFlag.VARIABLE_MEASURE);
        } else if (first != '0') {
            flags.add(IdentifierFlag.CASE_LEVEL);
        } else if (isRestricted(gtin)) {
            flags.add(IdentifierFlag.RESTRICTED);
        } else if (isCoupon(digits)) {
            flags.add(IdentifierFlag.COUPON);
        }
    }

    /** The GS1 prefixes 02, 04 and 20 to 29, and GS1-8 prefixes with 0 or 2, are for use inside a store or a company. */
    private static boolean isRestricted(Gtin gtin) {
        String digits = gtin.digits();
        if (EightDigits.isEightDigits(gtin)) {
            char prefix = digits.charAt(BEHIND_SIX_ZEROS);
            return prefix == '0' || prefix == '2';
        }
        char second = digits.charAt(1);
        char third = digits.charAt(2);
        return second == '2' || (second == '0' && (third == '2' || third == '4'));
    }

    /** The GS1 prefixes 05, 99 and 980 to 984 are for vouchers and refund receipts. */
    private static boolean isCoupon(String digits) {
        char second = digits.charAt(1);
        char third = digits.charAt(2);
        char fourth = digits.charAt(3);
        return (second == '0' && third == '5') || (second == '9' && (third == '9' || (third == '8' && fourth <= '4')));
    }
}
