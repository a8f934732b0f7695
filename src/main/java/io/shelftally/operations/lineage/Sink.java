package io.shelftally.operations.lineage;

import java.io.IOException;

/** What takes events, in their order. */
interface Sink {

    /** What it is, for a warning, without what is secret. */
    String name();

    /**
     * Hands an event over.
     *
     * @param json one line
     * @throws IOException if it was not taken; the message holds no secret
     */
    void send(String json) throws IOException, InterruptedException;
}
