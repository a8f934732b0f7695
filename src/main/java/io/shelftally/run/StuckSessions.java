package io.shelftally.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Ends sessions of the database that stopped in the middle of a transaction: a holder that was paused there would keep its
 * locks for as long as it is paused, and keep the next run from its rows.
 */
final class StuckSessions {

    private static final Logger LOG = LoggerFactory.getLogger(StuckSessions.class);

    private static final String H2 = """
            SELECT ABORT_SESSION(session_id) FROM information_schema.sessions
            WHERE contains_uncommitted AND session_state = 'SLEEP' AND session_id <> SESSION_ID()
            """;
    private static final String POSTGRESQL = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
                AND state LIKE 'idle in transaction%'
            """;

    private final JdbcTemplate jdbc;

    StuckSessions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Does its best; a lock that stays is met again by whoever needs it. */
    void end() {
        try {
            String product = jdbc.execute(
                    (java.sql.Connection connection) -> connection.getMetaData().getDatabaseProductName());
            int ended = jdbc.queryForList("PostgreSQL".equals(product) ? POSTGRESQL : H2)
                    .size();
            LOG.warn("{} database sessions of the silent run were in the middle of a transaction and are ended", ended);
        } catch (DataAccessException e) {
            LOG.warn("the silent run's database sessions could not be ended: {}", e.getMessage());
        }
    }
}
