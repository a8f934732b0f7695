package io.shelftally.intake.worklist;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.rows.Quoted;
import io.shelftally.intake.rows.TextRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a row is set aside; the column is null where the whole row is at fault. */
record Refusal(QuarantineCode code, @Nullable String column, String detail) {

    private static final int LONGEST = 255;

    /** Holds a value to 255 UTF-16 units (docs/rules.md, "Quarantine codes"). */
    static Optional<Refusal> ofLong(TextRow row, String column) {
        int length = row.value(column).length();
        return length <= LONGEST
                ? Optional.empty()
                : Optional.of(new Refusal(
                        QuarantineCode.VALUE_TOO_LONG,
                        column,
                        column + " has " + length + " characters, at most " + LONGEST));
    }

    static Refusal ofValue(QuarantineCode code, TextRow row, String column, String rule) {
        String value = row.value(column);
        String found = value.isEmpty() ? "is empty" : "is " + Quoted.text(value);
        return new Refusal(code, column, column + " " + found + "; " + rule);
    }
}
