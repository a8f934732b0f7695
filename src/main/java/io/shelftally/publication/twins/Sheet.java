package io.shelftally.publication.twins;

import io.shelftally.publication.results.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One sheet: its rows, written as they come, and what stands before and after them, which is known when the last one is
 * written (ECMA-376, part 1, 18.3.1.99 CT_Worksheet).
 */
final class Sheet<R> {

    private static final int LETTERS = 26;

    /** In characters: a longer text is cut off on the screen, not in its cell. */
    private static final int WIDEST = 60;

    /** The space at both sides of a text, and some for letters that are wider than digits. */
    private static final int MARGIN = 3;

    /** The button of the filter, beside a name in bold. */
    private static final int BUTTON = 2;

    private final String name;
    private final List<Column<R>> columns;
    private final List<String> letters;
    private final int[] widths;
    private final OutputStream out;
    private int rows;

    Sheet(String name, List<Column<R>> columns, OutputStream out) {
        this.name = name;
        this.columns = columns;
        this.letters =
                IntStream.range(0, columns.size()).mapToObj(Sheet::letters).toList();
        this.widths = new int[columns.size()];
        this.out = out;
    }

    /** A to Z, AA to ZZ, AAA and so on. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }

    String name() {
        return name;
    }

    /** Written so far, with the header. */
    int rows() {
        return rows;
    }

    void header() throws IOException {
        StringBuilder xml = row();
        for (int at = 0; at < widths.length; at++) {
            widths[at] = SheetCell.header(xml, reference(at), columns.get(at).name()) + BUTTON;
        }
        end(xml);
    }

    void write(R row) throws IOException {
        StringBuilder xml = row();
        for (int at = 0; at < widths.length; at++) {
            Column<R> column = columns.get(at);
            int shown = SheetCell.of(xml, reference(at), column, column.value().apply(row));
            widths[at] = Math.max(widths[at], shown);
        }
        end(xml);
    }

    private StringBuilder row() {
        rows++;
        return new StringBuilder("<row r=\"").append(rows).append("\">");
    }

    private void end(StringBuilder xml) throws IOException {
        out.write(xml.append("</row>").toString().getBytes(StandardCharsets.UTF_8));
    }

    private String reference(int column) {
        return letters.get(column) + rows;
    }

    /** Such as {@code $A$1:$AD$62}. */
    String absoluteRange() {
        return "$A$1:$" + lastLetters() + "$" + rows;
    }

    private String range() {
        return "A1:" + lastLetters() + rows;
    }

    private String lastLetters() {
        return letters.get(letters.size() - 1);
    }

    /** Up to the first row. */
    String beginning() {
        StringBuilder xml = new StringBuilder(XlsxFile.XML + String.format(Locale.ROOT, """
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="%s"/>\
                <sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>\
                <selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>""", range()));
        for (int at = 0; at < widths.length; at++) {
            xml.append(String.format(
                    Locale.ROOT,
                    "<col min=\"%1$s\" max=\"%1$s\" width=\"%2$s\" customWidth=\"1\"/>",
                    at + 1,
                    MARGIN + Math.min(widths[at], WIDEST)));
        }
        return xml.append("</cols><sheetData>").toString();
    }

    /** From the last row on. Texts that look like numbers are meant to, so no mark is put on them. */
    String end() {
        return String.format(Locale.ROOT, """
                </sheetData><autoFilter ref="%1$s"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>\
                <ignoredErrors><ignoredError sqref="%1$s" numberStoredAsText="1"/></ignoredErrors></worksheet>""", range());
    }
}
