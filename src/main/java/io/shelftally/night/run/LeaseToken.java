package io.shelftally.night.run;

import io.shelftally.base.database.DatabaseProduct;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The token of the lease, as commits ask for it. */
final class LeaseToken {

    private static final String LOOK = "SELECT token FROM run_lease WHERE name = :name";

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

    /** 0 if there never was a run. */
    long look() {
        return seen(LOOK);
    }

    /** As {@link #look()}, and keeps others from taking the lease until the transaction ends. */
    long hold() {
        String statement = hold;
        if (statement == null) {
            statement = DatabaseProduct.isPostgresql(jdbc) ? HOLD_ON_POSTGRESQL : HOLD_ON_H2;
            hold = statement;
        }
        return seen(statement);
    }

    private long seen(String statement) {
        return client.sql(statement)
                .param("name", LeaseTable.NAME)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
