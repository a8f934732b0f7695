package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.IdentifierFlag;
import io.shelftally.matching.product.IdentifierKind;
import java.util.Arrays;
import java.util.Optional;

/** Why a product may be unknown to Closient, by its code alone; the first that holds counts (docs/rules.md, "Unknown products"). */
public enum UnknownReason {
    COUPON(IdentifierFlag.COUPON),
    RESTRICTED(IdentifierFlag.RESTRICTED),
    VARIABLE_MEASURE(IdentifierFlag.VARIABLE_MEASURE),
    CASE_LEVEL(IdentifierFlag.CASE_LEVEL),
    BAD_CHECK_DIGIT(IdentifierFlag.BAD_CHECK_DIGIT),
    /** Closient takes eight digits for a GTIN-8. */
    UPC_E(IdentifierFlag.AMBIGUOUS_8);

    private final IdentifierFlag flag;

    UnknownReason(IdentifierFlag flag) {
        this.flag = flag;
    }

    /** The first that holds of the identifier. */
    public static Optional<UnknownReason> of(Identifier identifier) {
        return Arrays.stream(values())
                .filter(reason -> reason.holdsOf(identifier))
                .findFirst();
    }

    private boolean holdsOf(Identifier identifier) {
        return identifier.flags().contains(flag) || (this == UPC_E && identifier.kind() == IdentifierKind.UPC_E);
    }
}
