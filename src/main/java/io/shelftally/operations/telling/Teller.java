package io.shelftally.operations.telling;

import java.io.IOException;

/** One who is told. Each has a thread of its own, and is told of one event after the other. */
public interface Teller {

    /** Who it is, for a warning: with the host, and without what is secret. */
    String name();

    /** Whether it is told of the event. */
    boolean wants(RunEvent event);

    /**
     * Tells of the event.
     *
     * @throws IOException if it could not be told; the message holds no secret
     */
    void tell(RunEvent event) throws IOException, InterruptedException;
}
