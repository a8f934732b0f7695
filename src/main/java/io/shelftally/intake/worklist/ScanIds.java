package io.shelftally.intake.worklist;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.rows.TextRow;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads scan ids: ASCII digits alone, leading zeros allowed, from 1 to 2^63-1. */
public final class ScanIds {

    static final String COLUMN = "scan_id";

    /** What an id must be, for messages. */
    public static final String RULE = "a scan id is a whole number from 1 to " + Long.MAX_VALUE;

    private static final Pattern DIGITS = Pattern.compile("0*+([1-9][0-9]{0,18})");

    private ScanIds() {}

    public static Optional<Long> read(String text) {
        Matcher digits = DIGITS.matcher(text);
        if (!digits.matches()) {
            return Optional.empty();
        }
        // Nineteen digits always fit without a sign; above 2^63-1 they read as negative.
        long id = Long.parseUnsignedLong(digits.group(1));
        return id > 0 ? Optional.of(id) : Optional.empty();
    }

    static Optional<Refusal> refusal(TextRow row) {
        if (read(row.value(COLUMN)).isEmpty()) {
            return Optional.of(Refusal.ofValue(QuarantineCode.BAD_SCAN_ID, row, COLUMN, RULE));
        }
        return Refusal.ofLong(row, COLUMN);
    }
}
