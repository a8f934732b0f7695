package io.shelftally.engine;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ends the transactions of a process that counts as dead. One that was paused would keep its locks for as long as it is paused,
 * and none of the server's time-outs sees it amid a COPY: the system of its host still answers for it. Sessions are known
 * by their application_name, which is the process's name.
 */
final class StuckSessions {

    private static final Logger LOG = LoggerFactory.getLogger(StuckSessions.class);

    private final JdbcClient client;
    private final Duration age;

    /** @param age of the transactions, at the least; one that is younger is of a process that lives again, and the fence's */
    StuckSessions(JdbcClient client, Duration age) {
        this.client = client;
        this.age = age;
    }

    /** Does its best: what stays is waited for by whoever needs its rows. */
    void endThoseOf(String process) {
        try {
            int ended = end(process);
            if (ended > 0) {
                LOG.warn("{} of its database sessions held a transaction open, and are ended", ended);
            }
        } catch (DataAccessException e) {
            LOG.warn("the database sessions of {} could not be ended: {}", process, e.getMessage());
        }
    }

    private int end(String process) {
        return client.sql("""
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE datname = current_database() AND usename = current_user AND application_name = :process
                            AND pid <> pg_backend_pid() AND xact_start < clock_timestamp() - :millis * INTERVAL '1 millisecond'
                        """)
                .param("process", process)
                .param("millis", age.toMillis())
                .query(Boolean.class)
                .list()
                .size();
    }
}
