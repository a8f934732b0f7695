package io.shelftally.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTests {

    @Test
    void columnsAreAsWideAsTheirLongestCellAndNumbersStandAtTheRight() {
        TextTable table = new TextTable("store", "rows", "note").numbers(1);

        table.row("0042", 7, null).row("7", 12345, "late");

        assertThat(table.text(Style.PLAIN)).isEqualTo("""
                store   rows  note
                0042       7
                7      12345  late
                """);
    }

    @Test
    void theLastColumnGoesOnBelowItselfWhereTheTerminalEnds() {
        TextTable table = new TextTable("run", "message");

        table.row(1, "the database file is in use by another process");

        assertThat(table.text(new Style(false, 34))).isEqualTo("""
                run  message
                1    the database file is in use
                     by another process
                """);
    }

    @Test
    void columnsThatDoNotFitStandOnALineOfTheirOwn() {
        TextTable table = new TextTable("place", "gtin", "nights", "latest", "product").numbers(2);

        table.row("0412/Soda", "00011110492166", 12, "OOS_DISPUTED", "BIG K Soda with a long name")
                .row("0733/Meat", "10014100250835", 1, "REPORT_CONFLICT", null);

        assertThat(table.text(new Style(false, 45))).isEqualTo("""
                place      gtin            nights
                  latest           product
                0412/Soda  00011110492166      12
                  OOS_DISPUTED     BIG K Soda with a long
                                   name
                0733/Meat  10014100250835       1
                  REPORT_CONFLICT
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20, 40, 79})
    void noWordIsBrokenOrLostInAnyWidth(int columns) {
        TextTable table = new TextTable("id", "what was said");

        table.row("aaaaaaaaaaaa", "one two  three \ud83d\ude00 \ud83d\ude00\ud83d\ude00 fiveandahalf")
                .row("", "");

        assertThat(table.text(new Style(false, columns)).strip().split("\\s+"))
                .containsExactly(
                        "id what was said aaaaaaaaaaaa one two three \ud83d\ude00 \ud83d\ude00\ud83d\ude00 fiveandahalf"
                                .split(" "));
    }

    @Test
    void otherLinesGoOnBehindTheirLabel() {
        String lines =
                "  errors     closient: 1 http_403, 3 http_404\nall is well\n\nA sentence that is too long for it.\n";

        assertThat(new Style(false, 30).wrapped(lines)).isEqualTo("""
                  errors     closient: 1
                             http_403, 3
                             http_404
                all is well

                A sentence that is too long
                for it.
                """);
        assertThat(Style.PLAIN.wrapped(lines)).isEqualTo(lines);
    }

    @Test
    void aCellCannotSteerTheTerminal() {
        TextTable table = new TextTable("raw");

        table.row("a\u001b[2Jb\nc\u009b1m");

        assertThat(table.text(Style.PLAIN)).isEqualTo("raw\na?[2Jb?c?1m\n");
    }

    @Test
    void theHeaderIsStrongOnATerminalThatShowsColours() {
        TextTable table = new TextTable("run");

        table.row(1);

        assertThat(table.text(new Style(true, 80))).isEqualTo("\u001b[1mrun\u001b[0m\n1\n");
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TextTable("a", "b").row(1));
    }
}
