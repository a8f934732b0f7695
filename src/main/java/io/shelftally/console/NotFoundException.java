package io.shelftally.console;

import java.io.Serial;

/** What was asked for does not exist; the message says what does. Exit code 65. */
public final class NotFoundException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public NotFoundException(String message) {
        super(message);
    }
}
