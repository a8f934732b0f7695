package io.shelftally.calls.http;

import java.io.IOException;
import java.io.Serial;

/** A body is longer than {@code shelftally.http.max-body}. */
final class TooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    TooLargeException() {
        super("longer than shelftally.http.max-body");
    }
}
