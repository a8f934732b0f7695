package io.shelftally.publication.twins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTextTests {

    @Test
    void whatXmlLacksIsWrittenAsSpreadsheetsReadIt() {
        assertThat(xml("a\u0001b\uffff\ufffe\tc\n")).isEqualTo("a_x0001_b_xFFFF__xFFFE_\tc\n");
    }

    @Test
    void textThatLooksLikeSuchAnEscapeIsNotReadAsOne() {
        assertThat(xml("_x0041_ and _x41_")).isEqualTo("_x005F_x0041_ and _x41_");
    }

    @Test
    void whatXmlReadsAsItsOwnIsEscaped() {
        assertThat(xml("a&b<c>]]>\"d'\r\n")).isEqualTo("a&amp;b&lt;c&gt;]]&gt;\"d'&#13;\n");
    }

    @Test
    void aTextThatNoCellCanHoldLosesItsEndBetweenCharacters() {
        String text = "a".repeat(SheetText.LONGEST - 1) + "\uD83D\uDED2";

        assertThat(xml(text)).isEqualTo("a".repeat(SheetText.LONGEST - 1));
        assertThat(xml("b".repeat(SheetText.LONGEST))).hasSize(SheetText.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cola ", " Cola", "\u00A0Cola", "Cola\u3000", "a\nb", "a\tb", " ", "\r"})
    void spaceAtEitherEndAndLineEndsAreToBeKept(String text) {
        assertThat(SheetText.hasSpaceToKeep(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cola", "Cola, 12 oz", "a  b", "\uFEFFa"})
    void spaceWithinNeedsNoMark(String text) {
        assertThat(SheetText.hasSpaceToKeep(text)).isFalse();
    }

    private static String xml(String text) {
        StringBuilder xml = new StringBuilder();
        SheetText.append(xml, text);
        return xml.toString();
    }
}
