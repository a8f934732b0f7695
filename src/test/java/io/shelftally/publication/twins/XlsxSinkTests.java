package io.shelftally.publication.twins;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.ColumnType;
import io.shelftally.publication.results.Dataset;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.results.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxSinkTests {

    private static final List<ColumnType> TYPES =
            List.of(ColumnType.TEXT, ColumnType.INTEGER, ColumnType.BOOLEAN, ColumnType.DATE, ColumnType.INSTANT);
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    Path directory;

    @Test
    void aSheetTellsTheRangeThatItFills() throws IOException {
        Path file = write(XlsxSink.ROWS_PER_SHEET, row("a"), row("b"), row("c"));

        assertThat(Xlsx.part(file, SHEET)).contains("<dimension ref=\"A1:E4\"/>", "<autoFilter ref=\"A1:E4\"/>");
        assertThat(Xlsx.part(file, "xl/workbook.xml"))
                .contains("name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">'cells'!$A$1:$E$4<");
    }

    @Test
    void aSheetWithoutRowsHasItsHeaderAndTheRangeOfThat() throws IOException {
        Path file = write(XlsxSink.ROWS_PER_SHEET);

        assertThat(Xlsx.part(file, SHEET)).contains("<dimension ref=\"A1:E1\"/>", "<autoFilter ref=\"A1:E1\"/>");
        assertThat(rows(file, 0)).hasSize(1);
    }

    @Test
    void columnsPastTheTwentySixthHaveTwoLetters() {
        assertThat(List.of(
                        Sheet.letters(0), Sheet.letters(25), Sheet.letters(26), Sheet.letters(701), Sheet.letters(702)))
                .containsExactly("A", "Z", "AA", "ZZ", "AAA");
    }

    @Test
    void aTextIsReadAsItWasToTheLastSpace() throws IOException {
        List<String> texts = List.of(
                "Cola ",
                "  Cola",
                "two\nlines\r\n",
                "a\tb\t",
                "\u00A0",
                "a&b<c>\"d'",
                "00012000042737",
                "\uD83D\uDED2",
                "1e5");

        Path file = write(
                XlsxSink.ROWS_PER_SHEET, texts.stream().map(XlsxSinkTests::row).toArray(Object[][]::new));

        assertThat(rows(file, 0).stream().skip(1).map(row -> row.getCell(0).asString()))
                .isEqualTo(texts);
        assertThat(Xlsx.part(file, SHEET)).contains("<t xml:space=\"preserve\">Cola </t>");
    }

    @Test
    void aTextThatLooksLikeAFormulaIsTextAndStaysAsItIs() throws IOException {
        Path file = write(XlsxSink.ROWS_PER_SHEET, row("=1+1"), row("@SUM(A1)"));

        Cell cell = rows(file, 0).get(1).getCell(0);

        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.asString()).isEqualTo("=1+1");
        assertThat(Xlsx.part(file, SHEET))
                .as("the format of text, so that it stays text when it is edited")
                .contains("<c r=\"A2\" s=\"2\" t=\"inlineStr\">")
                .doesNotContain("<f>");
    }

    @Test
    void cellsHaveTheTypesOfTheirColumns() throws IOException {
        Path file = write(XlsxSink.ROWS_PER_SHEET, new Object[] {
            "x", 999_999_999_999_999L, true, LocalDate.of(2026, 11, 22), Instant.parse("2026-11-21T20:00:00.5Z")
        });

        Row row = rows(file, 0).get(1);

        assertThat(row.stream().map(Cell::getType))
                .containsExactly(CellType.STRING, CellType.NUMBER, CellType.BOOLEAN, CellType.NUMBER, CellType.STRING);
        assertThat(row.getCell(1).asNumber()).isEqualTo("999999999999999");
        assertThat(row.getCell(2).asBoolean()).isTrue();
        assertThat(row.getCell(3).asDate()).isEqualTo("2026-11-22T00:00");
        assertThat(row.getCell(4).asString()).isEqualTo("2026-11-21T20:00:00.5Z");
    }

    @Test
    void aNumberOfMoreDigitsThanSpreadsheetsCountIsText() throws IOException {
        Path file = write(
                XlsxSink.ROWS_PER_SHEET,
                new Object[] {null, 1_000_000_000_000_000L, null, null, null},
                new Object[] {null, Long.MAX_VALUE, null, null, null});

        assertThat(rows(file, 0).stream().skip(1).map(row -> row.getCell(1).asString()))
                .containsExactly("1000000000000000", "9223372036854775807");
    }

    @Test
    void columnsAreAsWideAsWhatTheyShowUpToABound() throws IOException {
        String narrow = Xlsx.part(write(XlsxSink.ROWS_PER_SHEET, row("a text of twenty-nine letters")), SHEET);
        String wide = Xlsx.part(write(XlsxSink.ROWS_PER_SHEET, row("b".repeat(200))), SHEET);

        assertThat(narrow)
                .contains("<col min=\"1\" max=\"1\" width=\"32\" customWidth=\"1\"/>")
                .as("the name and the button of its filter")
                .contains("<col min=\"2\" max=\"2\" width=\"12\" customWidth=\"1\"/>");
        assertThat(wide).contains("<col min=\"1\" max=\"1\" width=\"63\" customWidth=\"1\"/>");
    }

    @Test
    void theHeaderIsFrozen() throws IOException {
        assertThat(Xlsx.part(write(XlsxSink.ROWS_PER_SHEET), SHEET))
                .contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    }

    @Test
    void aFullSheetIsFollowedByAnother() throws IOException {
        Path file = write(3, row("a"), row("b"), row("c"));

        assertThat(Xlsx.part(file, "xl/workbook.xml"))
                .contains("name=\"cells\"", "name=\"cells 2\"", "'cells 2'!$A$1:$E$2");
        assertThat(rows(file, 0)).hasSize(3);
        assertThat(rows(file, 1).stream().map(row -> row.getCell(0).asString())).containsExactly("text", "c");
    }

    @Test
    void everyCellOfTheReconciledItemsIsRead() throws IOException {
        Path path = directory.resolve("items.xlsx");
        try (XlsxSink<ReconciledRow> sink =
                new XlsxSink<>(Datasets.RECONCILED_ITEMS, path, directory.resolve("draft"))) {
            sink.write(Rows.confirmed(7));
        }

        Row row = rows(path, 0).get(1);

        assertThat(row.getCell(4).asString()).isEqualTo("00012000042737");
        assertThat(row.getCell(3).asNumber()).isEqualTo("7");
        assertThat(directory.resolve("draft")).doesNotExist();
    }

    private static Object[] row(String text) {
        return new Object[] {text, null, null, null, null};
    }

    private Path write(int rowsPerSheet, @Nullable Object[]... rows) {
        Dataset<@Nullable Object[]> dataset = new Dataset<>(
                "cells",
                "One column of each type.",
                IntStream.range(0, TYPES.size()).mapToObj(XlsxSinkTests::column).toList(),
                List.of());
        Path path = directory.resolve("cells.xlsx");
        try (XlsxSink<@Nullable Object[]> sink =
                new XlsxSink<>(dataset, path, directory.resolve("draft"), rowsPerSheet)) {
            for (Object[] row : rows) {
                sink.write(row);
            }
        }
        return path;
    }

    private static Column<@Nullable Object[]> column(int at) {
        return new Column<>(
                TYPES.get(at).name().toLowerCase(Locale.ROOT),
                TYPES.get(at),
                false,
                "A column.",
                List.of(),
                row -> row[at]);
    }

    private static List<Row> rows(Path file, int sheet) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            return workbook.getSheet(sheet).orElseThrow().read();
        }
    }
}
