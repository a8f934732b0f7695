package io.shelftally.matching.product;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A National Drug Code of the United States as it is printed: three groups of digits, ten in all (21 CFR 207.33). */
final class DrugCode {

    private static final Set<String> PRINTED = Set.of("4-4-2", "5-3-2", "5-4-1");
    /** Bills write eleven digits, and do not say which zero they put in. */
    private static final String BILLED = "5-4-2";

    private DrugCode() {}

    /** The number of digits in each group, such as {@code 5-3-2}; empty if it is not digits in groups. */
    static String groups(String text) {
        StringBuilder groups = new StringBuilder();
        int digits = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Digits.isDigit(c)) {
                digits++;
            } else if (Characters.isDash(c)) {
                groups.append(digits).append('-');
                digits = 0;
            } else if (!Characters.isSpace(c)) {
                return "";
            }
        }
        return groups.append(digits).toString();
    }

    static boolean isPrinted(String groups) {
        return PRINTED.contains(groups);
    }

    static boolean isBilled(String groups) {
        return groups.equals(BILLED);
    }

    /** The drug's UPC-A: 3, the ten digits, the check digit. */
    static Optional<Identifier> read(String digits) {
        return CodeByLength.of(
                Gtin.withCheckDigit("3" + digits), IdentifierKind.NDC, EnumSet.noneOf(IdentifierFlag.class));
    }
}
