package io.shelftally.proof.torture;

import io.shelftally.proof.network.Tunnel;

/**
 * A process that takes part in a night, and its own ways to PostgreSQL and to the vendors.
 *
 * @param name for people
 */
record Participant(String name, JobProcess job, Tunnel database, Tunnel vendors) implements AutoCloseable {

    static final String MANAGER = "manager";

    boolean isManager() {
        return name.equals(MANAGER);
    }

    @Override
    public void close() {
        job.close();
        database.close();
        vendors.close();
    }
}
