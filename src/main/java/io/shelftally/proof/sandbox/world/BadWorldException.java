package io.shelftally.proof.sandbox.world;

import java.io.Serial;

/** A world file cannot be used; the message names the file and what to mend. */
public final class BadWorldException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public BadWorldException(String message) {
        super(message);
    }
}
