package io.shelftally.twins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SheetTextTests {

    @Test
    void whatXmlLacksIsWrittenAsSpreadsheetsReadIt() {
        assertThat(SheetText.of("a\u0001b\uffff\tc\r\n")).isEqualTo("a_x0001_b_xFFFF_\tc\r\n");
    }

    @Test
    void textThatLooksLikeSuchAnEscapeIsNotReadAsOne() {
        assertThat(SheetText.of("_x0041_ and _x41_")).isEqualTo("_x005F_x0041_ and _x41_");
    }

    @Test
    void aTextThatNoCellCanHoldLosesItsEndBetweenCharacters() {
        String text = "a".repeat(SheetText.LONGEST - 1) + "\uD83D\uDED2";

        assertThat(SheetText.of(text)).isEqualTo("a".repeat(SheetText.LONGEST - 1));
        assertThat(SheetText.of("b".repeat(SheetText.LONGEST))).hasSize(SheetText.LONGEST);
    }

    @Test
    void digitsAloneLookLikeANumber() {
        assertThat(SheetText.looksLikeNumber("00012")).isTrue();
        assertThat(SheetText.looksLikeNumber("1.5")).isFalse();
        assertThat(SheetText.looksLikeNumber("")).isFalse();
    }
}
