package io.shelftally.matching.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567890123", "123456789012345", "0950600013435x", "٠٩٥٠٦٠٠٠١٣٤٣٥٢"})
    void anythingButFourteenAsciiDigitsIsRefusedAndQuoted(String digits) {
        assertThatThrownBy(() -> new Gtin(digits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + digits + "\"");
    }

    @Test
    void aWrongCheckDigitIsKeptAndCanBePutRight() {
        Gtin wrong = new Gtin("01234567890123");

        assertThat(wrong.hasRightCheckDigit()).isFalse();
        assertThat(wrong.withRightCheckDigit()).isEqualTo(new Gtin("01234567890128"));
    }

    @Test
    void aRightCheckDigitStaysAsItIs() {
        Gtin right = new Gtin("09506000134352");

        assertThat(right.hasRightCheckDigit()).isTrue();
        assertThat(right.withRightCheckDigit()).isEqualTo(right);
    }

    @Test
    void gtinsSortAsText() {
        assertThat(new Gtin("09506000134352")).isLessThan(new Gtin("10000000000007"));
    }
}
