package io.shelftally.intake.quarantine;

import org.jspecify.annotations.Nullable;

/**
 * A line of quarantine.csv; its key is (source, position). Null is an empty cell.
 *
 * @param source such as {@code captures.csv}, {@code sql:scans}, {@code pensa:1234}
 * @param position a line, a row number, or a JSON pointer from the root of the answer
 * @param raw the refused text as it came
 */
public record QuarantineRow(
        String source,
        String position,
        @Nullable String column,
        @Nullable String subjectId,
        QuarantineCode code,
        String detail,
        String raw) {

    public QuarantineRow {
        if (source.isEmpty() || position.isEmpty()) {
            throw new IllegalArgumentException(
                    "what is set aside has a source and a position, not \"" + source + "\", \"" + position + "\"");
        }
    }

    /** Whether both stood at the same place. */
    public boolean isAt(QuarantineRow other) {
        return source.equals(other.source) && position.equals(other.position);
    }
}
