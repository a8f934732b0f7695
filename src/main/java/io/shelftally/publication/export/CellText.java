package io.shelftally.publication.export;

import io.shelftally.publication.results.Column;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A cell as the CSV spells it; null and empty text are both an empty cell. */
public final class CellText {
    /** In UTC; a fraction of a second only where there is one, without trailing zeros. */
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final boolean spreadsheetSafe;

    /** @param spreadsheetSafe whether text that a spreadsheet would run gets an apostrophe before it */
    public CellText(boolean spreadsheetSafe) {
        this.spreadsheetSafe = spreadsheetSafe;
    }

    public @Nullable String of(Column<?> column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> text((String) value);
            case INTEGER, BOOLEAN, DATE -> value.toString();
            case INSTANT -> INSTANT.format((Instant) value);
        };
    }

    private String text(String value) {
        return spreadsheetSafe ? SpreadsheetText.safe(value) : value;
    }
}
