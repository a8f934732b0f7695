package io.shelftally.matching.product;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A code in digits as people and spreadsheets write it: in groups, with decimals, with a supplement. */
final class PrintedCode {

    private PrintedCode() {}

    /** @param hasSupplement whether the decoder says that a supplement follows the code */
    static Optional<Identifier> read(String text, boolean hasSupplement) {
        String groups = DrugCode.groups(text);
        if (DrugCode.isBilled(groups)) {
            return Optional.empty();
        }
        String code = Characters.withoutGaps(text);
        if (DrugCode.isPrinted(groups)) {
            return DrugCode.read(code);
        }
        return Isbn10.endsInX(code) ? isbn10(code) : number(code, hasSupplement);
    }

    private static Optional<Identifier> isbn10(String code) {
        return Isbn10.gtin(code)
                .flatMap(gtin -> CodeByLength.of(gtin, IdentifierKind.ISBN_10, EnumSet.noneOf(IdentifierFlag.class)));
    }

    private static Optional<Identifier> number(String code, boolean hasSupplement) {
        Set<IdentifierFlag> flags = EnumSet.noneOf(IdentifierFlag.class);
        String digits = code;
        int point = code.indexOf('.');
        if (point >= 0 && Digits.areZeros(code.substring(point + 1))) {
            digits = code.substring(0, point);
            flags.add(IdentifierFlag.DECIMALS_DROPPED);
        }
        if (!Digits.areAll(digits)) {
            return Optional.empty();
        }
        Optional<String> alone = Supplement.dropped(digits, hasSupplement);
        if (alone.isPresent()) {
            flags.add(IdentifierFlag.SUPPLEMENT_DROPPED);
        }
        return CodeByLength.read(alone.orElse(digits), flags);
    }
}
