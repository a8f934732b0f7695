package io.shelftally.product;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads bare digits by how many there are (docs/rules.md, "Reading an identifier"). */
final class CodeByLength {

    private static final String SIX_ZEROS = "000000";

    private CodeByLength() {}

    /** The identifier that the digits stand for; empty if there are too few or too many, or it would be all zeros. */
    static Optional<Identifier> read(String digits) {
        return switch (digits.length()) {
            case 8 -> asGiven(digits, IdentifierKind.GTIN_8);
            case 9, 10, 11 -> CheckDigit.isRight(digits) ? withoutLeadingZeros(digits) : withoutCheckDigit(digits);
            case 12 -> asGiven(digits, IdentifierKind.GTIN_12);
            case 13 -> asGiven(digits, IdentifierKind.GTIN_13);
            case 14 -> asGiven(digits, IdentifierKind.GTIN_14);
            default -> Optional.empty();
        };
    }

    private static Optional<Identifier> asGiven(String digits, IdentifierKind kind) {
        return identifier(Gtin.padded(digits), Optional.empty(), kind, EnumSet.noneOf(IdentifierFlag.class));
    }

    /** A numeric column lost the zeros; eleven digits may also be a UPC-A that lost its check digit. */
    private static Optional<Identifier> withoutLeadingZeros(String digits) {
        Optional<Gtin> second = digits.length() == 11 ? Optional.of(Gtin.withCheckDigit(digits)) : Optional.empty();
        Set<IdentifierFlag> flags = EnumSet.of(IdentifierFlag.ZEROS_RESTORED);
        return identifier(Gtin.padded(digits), second, IdentifierKind.GTIN_12, flags);
    }

    private static Optional<Identifier> withoutCheckDigit(String digits) {
        if (digits.length() < 10) {
            return Optional.empty();
        }
        Set<IdentifierFlag> flags = EnumSet.noneOf(IdentifierFlag.class);
        return identifier(Gtin.withCheckDigit(digits), Optional.empty(), IdentifierKind.UPC_A_NO_CHECK, flags);
    }

    private static Optional<Identifier> identifier(
            Gtin gtin, Optional<Gtin> second, IdentifierKind kind, Set<IdentifierFlag> flags) {
        if (!gtin.digits().startsWith(SIX_ZEROS)) {
            return flagged(gtin, second, kind, flags);
        }
        Optional<Gtin> expansion = UpcE.expansion(gtin.digits().substring(SIX_ZEROS.length()));
        if (expansion.isEmpty()) {
            return flagged(gtin, second, kind, flags);
        }
        if (!gtin.hasRightCheckDigit()) {
            IdentifierKind own = kind == IdentifierKind.GTIN_8 ? IdentifierKind.UPC_E : kind;
            return flagged(expansion.get(), Optional.empty(), own, flags);
        }
        flags.add(IdentifierFlag.AMBIGUOUS_8);
        return flagged(gtin, expansion, kind, flags);
    }

    private static Optional<Identifier> flagged(
            Gtin gtin, Optional<Gtin> second, IdentifierKind kind, Set<IdentifierFlag> flags) {
        if (Digits.areZeros(gtin.digits())) {
            return Optional.empty();
        }
        addFlags(gtin, flags);
        return Optional.of(new Identifier(gtin, second, kind, flags));
    }

    private static void addFlags(Gtin gtin, Set<IdentifierFlag> flags) {
        char first = gtin.digits().charAt(0);
        if (!gtin.hasRightCheckDigit()) {
            flags.add(IdentifierFlag.BAD_CHECK_DIGIT);
        }
        if (first == '9') {
            flags.add(IdentifierFlag.VARIABLE_MEASURE);
        } else if (first != '0') {
            flags.add(IdentifierFlag.CASE_LEVEL);
        } else if (isRestricted(gtin.digits())) {
            flags.add(IdentifierFlag.RESTRICTED);
        }
    }

    /** The GS1 prefixes 02, 04 and 20 to 29 are for use inside a store or a company. */
    private static boolean isRestricted(String digits) {
        char second = digits.charAt(1);
        char third = digits.charAt(2);
        return second == '2' || (second == '0' && (third == '2' || third == '4'));
    }
}
