package io.shelftally.job.connections;

import java.io.Serial;

/** Another process has the database's file open, or brings it up to date at the moment. Exit code 75. */
public final class DatabaseInUseException extends RuntimeException {

    public static final String MESSAGE =
            "the database file is in use by another process, most likely another run; try again when it has ended";

    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseInUseException() {
        super(MESSAGE);
    }
}
