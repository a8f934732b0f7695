package io.shelftally.publication.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\tplain",
                "\rplain",
                " =1",
                "\u00A0=1",
                " \u00A0 @x",
                "  \t",
                "-",
                "+",
                "=",
                "--1",
                "-1.",
                "-.5",
                "+1.5.2",
                "-1,5",
                "-1e5",
                "+٣",
                " -12",
                "-12 ",
                "\u00A0+12",
                "-1\n",
                "=HYPERLINK(\"http://x\")"
            })
    void textThatASpreadsheetWouldRunGetsAnApostrophe(String text) {
        assertThat(SpreadsheetText.safe(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0",
                "plain",
                "a=b",
                "-12",
                "+12",
                "-12.50",
                "+0.5",
                "12",
                "00012000004568",
                "1.5",
                "'=1",
                "\n=1",
                "\u2003=1",
                "\uFF1D1",
                "a@b.example",
                "\"=1\"",
                ",=1",
                "\u0000=1"
            })
    void otherTextStaysAsItIs(String text) {
        assertThat(SpreadsheetText.safe(text)).isEqualTo(text);
    }
}
