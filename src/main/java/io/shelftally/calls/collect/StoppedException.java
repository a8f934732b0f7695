package io.shelftally.calls.collect;

import java.io.Serial;

/** The run was asked to stop and can be started again. Exit code 75. */
public final class StoppedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public StoppedException() {
        super("stopped by a signal; start the same date again to resume");
    }
}
