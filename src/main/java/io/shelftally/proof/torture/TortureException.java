package io.shelftally.proof.torture;

import java.io.Serial;

/** The torture cannot go on. */
final class TortureException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    TortureException(String message) {
        super(message);
    }
}
