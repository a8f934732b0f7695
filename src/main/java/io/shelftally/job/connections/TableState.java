package io.shelftally.job.connections;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;

/** How the tables of a database stand beside the migrations of this application. */
public enum TableState {
    CURRENT,
    PENDING,

    /** A migration failed, where the database does not take back what it had done. */
    FAILED,

    /** A newer application has brought them further. */
    NEWER;

    private static final String TABLES_WITH_ROWS = """
            SELECT COUNT(*) FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema <> 'INFORMATION_SCHEMA'
                AND table_name NOT IN ('FLYWAY_SCHEMA_HISTORY', 'flyway_schema_history') AND row_count_estimate > 0
            """;

    public static TableState of(MigrationInfoService migrations) {
        if (Stream.of(migrations.all()).anyMatch(one -> one.getState().isFailed())) {
            return FAILED;
        }
        if (Stream.of(migrations.all())
                .anyMatch(one -> one.getState().isApplied() && !one.getState().isResolved())) {
            return NEWER;
        }
        return migrations.pending().length == 0 ? CURRENT : PENDING;
    }

    /** Whether nothing is to be done; fails if nothing may be done. */
    static boolean isCurrent(Flyway tables, String url) {
        TableState state = of(tables.info());
        if (state == NEWER) {
            throw TablesException.newer(DatabaseUrl.name(url));
        }
        return state == CURRENT;
    }

    /** Whether anything is stored in a database of H2, whose estimate is never below what a table holds. */
    public static boolean holdsRows(Connection h2) throws SQLException {
        try (Statement statement = h2.createStatement();
                ResultSet count = statement.executeQuery(TABLES_WITH_ROWS)) {
            count.next();
            return count.getLong(1) > 0;
        }
    }
}
