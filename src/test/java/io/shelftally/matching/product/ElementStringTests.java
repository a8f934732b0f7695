package io.shelftally.matching.product;

import static io.shelftally.matching.product.IdentifierFlag.BAD_CHECK_DIGIT;
import static io.shelftally.matching.product.IdentifierKind.GTIN_14;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementStringTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(01)09506000134352",
                "(01)09506000134352(17)250101(10)ABC",
                "(01) 0950 6000 134352",
                "[01]09506000134352",
                "17250101" + "0109506000134352",
                "10ABC\u001D0109506000134352",
                "^10ABC{GS}0109506000134352",
                "(10)ABC(01)09506000134352",
                "(01)123(01)09506000134352",
                "(02)19506000134359(01)09506000134352",
                "(01)095060001343521",
                "]C1(01)09506000134352",
                "0109506000134352",
                "010950600013435217250101",
                "]d20109506000134352\u001D10ABC",
                "0109506000134352 any text"
            })
    void theItemNumberIsRead(String text) {
        assertThat(IdentifierReader.read(text))
                .contains(new Identifier(new Gtin("09506000134352"), Optional.empty(), GTIN_14, Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(02)09506000134352(37)5",
                "(01)9506000134352",
                "(01)0950600013435x",
                "(01)00000000000000",
                "(1)09506000134352",
                "0209506000134352",
                "0109506000134353",
                "01 09506000134352",
                "x0109506000134352",
                "010950600013435",
                "(01)",
                "01"
            })
    void withoutApplicationIdentifierOneThereIsNone(String text) {
        assertThat(IdentifierReader.read(text)).isEmpty();
    }

    @Test
    void brackedDigitsMayHaveAWrongCheckDigit() {
        assertThat(IdentifierReader.read("(01)09506000134353"))
                .contains(
                        new Identifier(new Gtin("09506000134353"), Optional.empty(), GTIN_14, Set.of(BAD_CHECK_DIGIT)));
    }

    @Test
    void fourteenDigitsThatBeginWithZeroOneAreAGtin() {
        assertThat(IdentifierReader.read("01234567890128"))
                .contains(new Identifier(new Gtin("01234567890128"), Optional.empty(), GTIN_14, Set.of()));
    }
}
