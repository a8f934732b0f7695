package io.shelftally.operations.scheduling;

import java.io.Serial;
import java.nio.file.Path;

/** Another process begins the jobs of the same database. Exit code 75. */
public final class ScheduledElsewhereException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    ScheduledElsewhereException(Path file) {
        super("another process is at it already: it has " + file + ", and one is enough");
    }
}
