package io.shelftally.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

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
    void theLastColumnIsCutWhereTheTerminalEnds() {
        TextTable table = new TextTable("run", "message");

        table.row(1, "the database file is in use by another process");

        assertThat(table.text(new Style(false, 20))).isEqualTo("""
                run  message
                1    the database f…
                """);
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
