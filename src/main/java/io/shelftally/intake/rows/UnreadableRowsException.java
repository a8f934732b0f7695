package io.shelftally.intake.rows;

import java.io.Serial;
import java.util.Objects;

/** Rows that cannot be read at all; the message is two lines: where and what, then the remedy. */
public final class UnreadableRowsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says it in two lines.
     *
     * @param place such as {@code captures.csv, line 7} or {@code sql:captures, row 7}
     */
    public UnreadableRowsException(String place, String problem, String remedy) {
        super(place + ": " + problem + ".\n" + remedy + ".");
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
