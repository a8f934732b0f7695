package io.shelftally.calls.answers;

import java.io.Serial;

/** Trouble with a vendor that ends the run: credentials refused (exit code 77), else vendor unavailable (69). */
public final class VendorException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** The message says what the operator can do, and holds no secret. */
    public VendorException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
