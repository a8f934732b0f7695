package io.shelftally.twins;

import io.shelftally.export.CellText;
import io.shelftally.results.Column;
import java.time.LocalDate;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * One cell, typed: text as text, dates as dates, true and false, numbers as numbers. Spreadsheets count in doubles, so a
 * number that one cannot hold to its last digit is text.
 */
final class SheetCell {

    private static final long LARGEST_EXACT = 999_999_999_999_999L;

    private SheetCell() {}

    static void write(Worksheet sheet, int row, int at, Column<?> column, CellText text, @Nullable Object value) {
        if (value == null || value.equals("")) {
            return;
        }
        switch (column.type()) {
            case TEXT -> text(sheet, row, at, text.shown((String) value));
            case INTEGER -> number(sheet, row, at, ((Number) value).longValue());
            case BOOLEAN -> sheet.value(row, at, (Boolean) value);
            case DATE -> {
                sheet.value(row, at, (LocalDate) value);
                sheet.style(row, at).format("yyyy-mm-dd").set();
            }
            case INSTANT -> text(sheet, row, at, text.of(column, value));
        }
    }

    private static void text(Worksheet sheet, int row, int at, @Nullable String shown) {
        if (shown != null && !shown.isEmpty()) {
            sheet.inlineString(row, at, SheetText.of(shown));
            if (SheetText.looksLikeNumber(shown)) {
                sheet.style(row, at).format("@").set();
            }
        }
    }

    private static void number(Worksheet sheet, int row, int at, long value) {
        if (Math.abs(value) <= LARGEST_EXACT) {
            sheet.value(row, at, value);
        } else {
            text(sheet, row, at, Long.toString(value));
        }
    }
}
