package io.shelftally.matching.product;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads bare digits by how many there are (docs/rules.md, "Reading an identifier"). */
final class CodeByLength {

    private CodeByLength() {}

    /** The identifier that the digits stand for; empty if there are too few or too many, or it would be all zeros. */
    static Optional<Identifier> read(String digits) {
        return read(digits, EnumSet.noneOf(IdentifierFlag.class));
    }

    /** @param flags what is known so far; taken over */
    static Optional<Identifier> read(String digits, Set<IdentifierFlag> flags) {
        return switch (digits.length()) {
            case 7 -> upcEWithoutZero(digits, flags);
            case 8 -> of(Gtin.padded(digits), IdentifierKind.GTIN_8, flags);
            case 9, 10, 11 ->
                CheckDigit.isRight(digits) ? withoutLeadingZeros(digits, flags) : withoutCheckDigit(digits, flags);
            case 12 -> of(Gtin.padded(digits), IdentifierKind.GTIN_12, flags);
            case 13 -> of(Gtin.padded(digits), IdentifierKind.GTIN_13, flags);
            case 14 -> of(Gtin.padded(digits), IdentifierKind.GTIN_14, flags);
            default -> Optional.empty();
        };
    }

    /** An identifier that has no second candidate but the one that eight digits may have. */
    static Optional<Identifier> of(Gtin gtin, IdentifierKind kind, Set<IdentifierFlag> flags) {
        return EightDigits.read(gtin, Optional.empty(), kind, flags);
    }

    private static Optional<Identifier> upcEWithoutZero(String digits, Set<IdentifierFlag> flags) {
        String eight = "0" + digits;
        if (UpcE.expansion(eight).isEmpty()) {
            return Optional.empty();
        }
        flags.add(IdentifierFlag.ZEROS_RESTORED);
        return of(Gtin.padded(eight), IdentifierKind.GTIN_8, flags);
    }

    /** A numeric column lost the zeros; eleven digits may also be a UPC-A that lost its check digit, ten an ISBN-10. */
    private static Optional<Identifier> withoutLeadingZeros(String digits, Set<IdentifierFlag> flags) {
        Optional<Gtin> second = digits.length() == 11 ? Optional.of(Gtin.withCheckDigit(digits)) : isbn(digits);
        flags.add(IdentifierFlag.ZEROS_RESTORED);
        return EightDigits.read(Gtin.padded(digits), second, IdentifierKind.GTIN_12, flags);
    }

    private static Optional<Identifier> withoutCheckDigit(String digits, Set<IdentifierFlag> flags) {
        return digits.length() < 10
                ? Optional.empty()
                : EightDigits.read(Gtin.withCheckDigit(digits), isbn(digits), IdentifierKind.UPC_A_NO_CHECK, flags);
    }

    private static Optional<Gtin> isbn(String digits) {
        return digits.length() == 10 ? Isbn10.gtin(digits) : Optional.empty();
    }
}
