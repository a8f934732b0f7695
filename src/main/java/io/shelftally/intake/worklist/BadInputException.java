package io.shelftally.intake.worklist;

import java.io.Serial;

/** The input breaks its contract; the message names the file, the line and the remedy. Exit code 65. */
public final class BadInputException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public BadInputException(String message) {
        super(message);
    }
}
