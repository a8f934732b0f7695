package io.shelftally.publication.twins;

import io.shelftally.base.text.StoredText;
import io.shelftally.publication.export.CellText;
import io.shelftally.publication.results.Column;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One cell, typed: text as text, dates as dates, true and false, numbers as numbers. Spreadsheets count in doubles and show
 * 15 digits, so a number of more is text. Text is never run, whatever it begins with, and has the format of text, so that it
 * stays text when a person edits it.
 */
final class SheetCell {

    private static final long LARGEST_EXACT = 999_999_999_999_999L;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int DATE_WIDTH = 10;
    private static final CellText CSV = new CellText(false);

    /** The formats of cells, counted as in {@link XlsxFile#STYLES}. */
    private static final int GENERAL = 0;

    private static final int HEADER = 1;
    private static final int TEXT = 2;
    private static final int INTEGER = 3;
    private static final int DATE = 4;

    private SheetCell() {}

    /** The cell of a column's name; gives the number of characters. */
    static int header(StringBuilder xml, String reference, String name) {
        return text(xml, reference, HEADER, name);
    }

    /** Nothing for an empty cell; gives the number of characters that it shows. */
    static int of(StringBuilder xml, String reference, Column<?> column, @Nullable Object value) {
        if (value == null || value.equals("")) {
            return 0;
        }
        return switch (column.type()) {
            case TEXT -> text(xml, reference, TEXT, StoredText.of((String) value));
            case INTEGER -> integer(xml, reference, ((Number) value).longValue());
            case BOOLEAN -> truth(xml, reference, (Boolean) value);
            case DATE -> date(xml, reference, (LocalDate) value);
            case INSTANT -> text(xml, reference, TEXT, String.valueOf(CSV.of(column, value)));
        };
    }

    private static int text(StringBuilder xml, String reference, int format, String text) {
        begin(xml, reference, format).append(" t=\"inlineStr\"><is><t");
        if (SheetText.hasSpaceToKeep(text)) {
            xml.append(" xml:space=\"preserve\"");
        }
        xml.append('>');
        SheetText.append(xml, text);
        xml.append("</t></is></c>");
        return text.length();
    }

    private static int integer(StringBuilder xml, String reference, long number) {
        String digits = Long.toString(number);
        if (Math.abs(number) > LARGEST_EXACT) {
            return text(xml, reference, TEXT, digits);
        }
        value(begin(xml, reference, INTEGER), digits);
        return digits.length();
    }

    private static int truth(StringBuilder xml, String reference, boolean value) {
        value(begin(xml, reference, GENERAL).append(" t=\"b\""), value ? "1" : "0");
        return Boolean.toString(value).length();
    }

    private static int date(StringBuilder xml, String reference, LocalDate date) {
        value(begin(xml, reference, DATE), Long.toString(ChronoUnit.DAYS.between(DAY_ZERO, date)));
        return DATE_WIDTH;
    }

    private static StringBuilder begin(StringBuilder xml, String reference, int format) {
        return xml.append("<c r=\"")
                .append(reference)
                .append("\" s=\"")
                .append(format)
                .append('"');
    }

    private static void value(StringBuilder xml, String value) {
        xml.append("><v>").append(value).append("</v></c>");
    }
}
