package io.shelftally.job.nightly;

import java.io.Serial;

/** Too little of the night was covered to publish; the message says what fell short. Exit code 69. */
public final class NotCoveredException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NotCoveredException(String message) {
        super(message);
    }
}
