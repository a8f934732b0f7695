package io.shelftally.calls.quota;

import java.io.Serial;

/** The quota was spent before anything could be done. Exit code 75. */
public final class QuotaSpentException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public QuotaSpentException(String message) {
        super(message);
    }
}
