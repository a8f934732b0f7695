package io.shelftally.operations.review;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row in quarantine, whole.
 *
 * @param meaning of its code, with the remedy
 */
record QuarantineAccount(LocalDate businessDate, ReviewedRow row, String meaning) implements Answer {

    @Override
    public String text(Style style) {
        return style.strong(row.source() + ", " + row.position() + " of " + businessDate + ": " + row.code()) + "\n"
                + line("detail", row.detail())
                + line("means", meaning.replace("`", ""))
                + line("column", row.column())
                + line("subject", row.subjectId())
                + line("decision", row.isOpen() ? null : row.decision() + " at " + row.decidedAt())
                + line("mended", row.mended())
                + line("note", row.note())
                + "\n" + safe(row.raw()) + "\n";
    }

    /** Empty for no value. */
    private static String line(String name, @Nullable String value) {
        return value == null ? "" : "  " + name + " ".repeat(10 - name.length()) + safe(value) + "\n";
    }

    /** Without characters that would steer a terminal; JSON has them. */
    private static String safe(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "?");
    }
}
