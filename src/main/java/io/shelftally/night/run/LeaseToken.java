package io.shelftally.night.run;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The token of the lease, as commits ask for it. */
final class LeaseToken {

    /**
     * What a look at it says.
     *
     * @param token 0 if there never was a run
     * @param isHeld whether the run of that token is still under way
     */
    record Seen(long token, boolean isHeld) {

        private static final Seen NONE = new Seen(0, false);
    }

    private static final String LOOK = "SELECT token, held FROM run_lease WHERE name = :name";

    /** In the way of a taking, which locks the row for update; neither of others that hold it so, nor of a beat. */
    private static final String HOLD_ON_POSTGRESQL = LOOK + " FOR KEY SHARE";

    /** No row of H2 can be locked by several. */
    private static final String HOLD_ON_H2 = LOOK + " FOR UPDATE";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private volatile @Nullable String hold;

    LeaseToken(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    Seen look() {
        return seen(LOOK);
    }

    /** As {@link #look()}, and keeps others from taking the lease until the transaction ends. */
    Seen hold() {
        String statement = hold;
        if (statement == null) {
            statement = isPostgresql(jdbc) ? HOLD_ON_POSTGRESQL : HOLD_ON_H2;
            hold = statement;
        }
        return seen(statement);
    }

    static boolean isPostgresql(JdbcTemplate jdbc) {
        return "PostgreSQL"
                .equals(jdbc.execute(
                        (Connection connection) -> connection.getMetaData().getDatabaseProductName()));
    }

    private Seen seen(String statement) {
        return client.sql(statement)
                .param("name", LeaseTable.NAME)
                .query((row, number) -> new Seen(row.getLong(1), row.getBoolean(2)))
                .optional()
                .orElse(Seen.NONE);
    }
}
