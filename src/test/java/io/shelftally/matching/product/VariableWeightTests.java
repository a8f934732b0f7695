package io.shelftally.matching.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableWeightTests {

    private static final VariableWeight PATTERNS = VariableWeight.parse("21IIIIIXXXXXC, 2IIIIIIXXXXXC,02IIIIIXXXXXC");

    @ParameterizedTest
    @CsvSource({
        "2100001027506, 02100001000004",
        "2100001013004, 02100001000004",
        "02100001013004, 02100001000004",
        "2100001000004, 02100001000004",
        "2212345012343, 02212345000005",
        "212345012345, 00212345000007"
    })
    void aPackIsReadAsItsProduct(String pack, String product) {
        assertThat(read(pack).gtin()).isEqualTo(new Gtin(product));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2100001027507", "12100001027503", "9506000134352", "20739980"})
    void aCodeThatNoPatternFitsStaysAsItIs(String code) {
        Identifier identifier = IdentifierReader.read(code).orElseThrow();

        assertThat(PATTERNS.read(identifier)).isSameAs(identifier);
    }

    @Test
    void theFirstPatternThatFitsCounts() {
        VariableWeight patterns = VariableWeight.parse("2IIIIIIXXXXXC,21IIXXXXXXXXC");

        assertThat(patterns.read(IdentifierReader.read("2123456789010").orElseThrow())
                        .gtin())
                .isEqualTo(new Gtin("02123456000009"));
    }

    @Test
    void theKindStaysAndTheFlagsAreThoseOfTheProduct() {
        VariableWeight pattern = new VariableWeight(List.of(new WeightPattern("XX00001IIIIIC")));

        Identifier product =
                pattern.read(IdentifierReader.read("2100001027506.0").orElseThrow());

        assertThat(product.gtin()).isEqualTo(new Gtin("00000001027501"));
        assertThat(product.kind()).isEqualTo(IdentifierKind.GTIN_13);
        assertThat(product.flags()).containsExactly(IdentifierFlag.DECIMALS_DROPPED, IdentifierFlag.RESTRICTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "21IIIIIXXXXX",
                "21IIIIIXXXXXCC",
                "21IIIIIXXXXX4",
                "21iiiiixxxxxc",
                "21IIIIICXXXXX",
                "IIIIIIIXXXXXC",
                ",",
                "21IIIIIXXXXXC,"
            })
    void aBadPatternIsRefusedWithWhatIsAllowed(String text) {
        assertThatThrownBy(() -> VariableWeight.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("patterns of 13 characters, such as 21IIIIIXXXXXC");
    }

    @Test
    void patternsAreKeptAsTextInTheirOrder() {
        assertThat(PATTERNS.text()).isEqualTo("21IIIIIXXXXXC,2IIIIIIXXXXXC,02IIIIIXXXXXC");
        assertThat(VariableWeight.parse(PATTERNS.text())).isEqualTo(PATTERNS);
        assertThat(VariableWeight.parse("")).isEqualTo(VariableWeight.NONE);
    }

    private static Identifier read(String pack) {
        return PATTERNS.read(IdentifierReader.read(pack).orElseThrow());
    }
}
