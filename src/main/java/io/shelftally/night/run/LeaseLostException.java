package io.shelftally.night.run;

import java.io.Serial;

/** This run was overtaken by another one and must not write. Exit code 75. */
public final class LeaseLostException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    LeaseLostException(long mine, long current) {
        super("another run has taken over (token " + current + " after " + mine + "); this one has stopped writing");
    }

    /** A worker's: the run that it worked for has ended or was overtaken, or the bucket was given to another process. */
    public LeaseLostException(String message) {
        super(message);
    }

    /** @param trouble in which the loss showed itself, such as a session that the other run ended */
    public LeaseLostException(Throwable trouble) {
        super("another run has taken over; this one has stopped writing", trouble);
    }
}
