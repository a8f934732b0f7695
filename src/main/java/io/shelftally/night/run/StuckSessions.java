package io.shelftally.night.run;

import io.shelftally.base.database.DatabaseProduct;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Ends the sessions of a run that was paused, perhaps in the middle of a transaction: they would keep their locks for as
 * long as it is paused, and keep the next run from its rows. PostgreSQL knows them by name ({@link SessionName}); of H2's,
 * those go that stopped in the middle of a transaction.
 */
final class StuckSessions {

    private static final Logger LOG = LoggerFactory.getLogger(StuckSessions.class);

    private static final String H2 = """
            SELECT ABORT_SESSION(session_id) FROM information_schema.sessions
            WHERE contains_uncommitted AND session_state = 'SLEEP' AND session_id <> SESSION_ID()
            """;
    private static final String POSTGRESQL = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND usename = current_user AND application_name LIKE ?
                AND pid <> pg_backend_pid()
            """;

    private final JdbcTemplate jdbc;

    StuckSessions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Does its best; a lock that stays is met again by whoever needs it. */
    void endThoseOf(Holder silent) {
        try {
            LOG.warn("{} database sessions of the silent run are ended", end(silent));
        } catch (DataAccessException e) {
            LOG.warn("the silent run's database sessions could not be ended: {}", e.getMessage());
        }
    }

    private int end(Holder silent) {
        return DatabaseProduct.isPostgresql(jdbc)
                ? jdbc.queryForList(POSTGRESQL, SessionName.like(silent.mark())).size()
                : jdbc.queryForList(H2).size();
    }
}
