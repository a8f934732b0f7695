package io.shelftally.publication.verification;

import java.io.Serial;

/** A directory that was named as an export holds none; the message says which to name. */
public final class NoExportException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NoExportException(String message) {
        super(message);
    }
}
