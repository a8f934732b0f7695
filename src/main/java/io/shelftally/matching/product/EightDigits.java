package io.shelftally.matching.product;

import java.util.Optional;
import java.util.Set;

/**
 * Eight digits, as such or behind six zeros, are a GTIN-8 or a UPC-E: their check digit decides. More than half of all
 * UPC-E are right as both. Those that begin with 0 are the UPC-E, since the GS1-8 prefixes 000 to 099 are never on the open
 * market (GS1 General Specifications, section 1.4.3); those that begin with 1 are the GTIN-8.
 */
final class EightDigits {

    private static final String SIX_ZEROS = "000000";

    private EightDigits() {}

    /**
     * The identifier of a code that stands as 14 digits; empty if it would be all zeros.
     *
     * @param gtin not yet read as eight digits
     * @param second a reading that counts unless eight digits have another
     * @param flags what is known so far; taken over
     */
    static Optional<Identifier> read(Gtin gtin, Optional<Gtin> second, IdentifierKind kind, Set<IdentifierFlag> flags) {
        Optional<Gtin> expansion = isEightDigits(gtin) ? UpcE.expansion(eight(gtin)) : Optional.empty();
        if (expansion.isEmpty()) {
            return identifier(gtin, second, kind, flags);
        }
        IdentifierKind asUpcE = kind == IdentifierKind.GTIN_8 ? IdentifierKind.UPC_E : kind;
        if (!gtin.hasRightCheckDigit()) {
            return identifier(expansion.get(), second, asUpcE, flags);
        }
        flags.add(IdentifierFlag.AMBIGUOUS_8);
        return eight(gtin).charAt(0) == '0'
                ? identifier(expansion.get(), Optional.of(gtin), asUpcE, flags)
                : identifier(gtin, expansion, kind, flags);
    }

    static boolean isEightDigits(Gtin gtin) {
        return gtin.digits().startsWith(SIX_ZEROS);
    }

    private static String eight(Gtin gtin) {
        return gtin.digits().substring(SIX_ZEROS.length());
    }

    private static Optional<Identifier> identifier(
            Gtin gtin, Optional<Gtin> second, IdentifierKind kind, Set<IdentifierFlag> flags) {
        if (Digits.areZeros(gtin.digits())) {
            return Optional.empty();
        }
        DigitFlags.add(gtin, flags);
        return Optional.of(new Identifier(gtin, second, kind, flags));
    }
}
