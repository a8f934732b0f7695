package io.shelftally.matching.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.IdentifierFlag;
import io.shelftally.matching.product.IdentifierKind;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnknownReasonTests {

    @Test
    void theFirstReasonThatHoldsCounts() {
        EnumSet<IdentifierFlag> flags = EnumSet.allOf(IdentifierFlag.class);

        for (UnknownReason reason : UnknownReason.values()) {
            assertThat(UnknownReason.of(identifier(IdentifierKind.UPC_E, flags)))
                    .contains(reason);
            flags.removeIf(flag -> flag.name().equals(reason.name()));
        }
    }

    @Test
    void theOrderIsThePublishedOne() {
        assertThat(UnknownReason.values())
                .extracting(UnknownReason::name)
                .containsExactly("COUPON", "RESTRICTED", "VARIABLE_MEASURE", "CASE_LEVEL", "BAD_CHECK_DIGIT", "UPC_E");
    }

    @Test
    void eightDigitsOfTwoReadingsAreTakenForAUpcE() {
        assertThat(UnknownReason.of(identifier(IdentifierKind.UPC_E, EnumSet.noneOf(IdentifierFlag.class))))
                .contains(UnknownReason.UPC_E);
        assertThat(UnknownReason.of(identifier(IdentifierKind.GTIN_14, EnumSet.of(IdentifierFlag.AMBIGUOUS_8))))
                .contains(UnknownReason.UPC_E);
    }

    @Test
    void anOrdinaryCodeTellsNoReason() {
        assertThat(UnknownReason.of(identifier(IdentifierKind.GTIN_8, EnumSet.of(IdentifierFlag.ZEROS_RESTORED))))
                .isEmpty();
    }

    private static Identifier identifier(IdentifierKind kind, EnumSet<IdentifierFlag> flags) {
        return new Identifier(new Gtin("00012000042737"), Optional.empty(), kind, flags);
    }
}
