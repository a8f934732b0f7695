package io.shelftally.job.connections;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Which migrations a database has had, by their own record: asked in SQL, since the start of Flyway takes longer than all
 * else that a reading command does.
 *
 * @param version the highest that was applied; 0 for none
 */
public record TableLook(TableState state, int version) {

    private static final String HISTORY = "flyway_schema_history";

    private static final String TABLES =
            "SELECT table_name FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA";

    private static final String MIGRATIONS = "SELECT \"version\", \"success\" FROM \"" + HISTORY + "\"";

    private static final String TABLES_WITH_ROWS = """
            SELECT COUNT(*) FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema <> 'INFORMATION_SCHEMA'
                AND table_name NOT IN ('FLYWAY_SCHEMA_HISTORY', 'flyway_schema_history', 'BLOCK_POSITION')
                AND row_count_estimate > 0
            """;

    public static TableLook at(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(TABLES)) {
            boolean isEmpty = true;
            while (tables.next()) {
                if (tables.getString(1).equals(HISTORY)) {
                    return recorded(connection);
                }
                isEmpty = false;
            }
            return new TableLook(isEmpty ? TableState.NONE : TableState.UNRECORDED, 0);
        }
    }

    /** Whether anything is stored besides what migrations write, in a database of H2, whose estimate is never below what a table holds. */
    public static boolean holdsRows(Connection h2) throws SQLException {
        try (Statement statement = h2.createStatement();
                ResultSet count = statement.executeQuery(TABLES_WITH_ROWS)) {
            count.next();
            return count.getLong(1) > 0;
        }
    }

    /** Whether nothing is to be done; fails if nothing may be done. */
    boolean isCurrent(String url) {
        if (state == TableState.NEWER) {
            throw TablesException.newer(DatabaseUrl.name(url));
        }
        return state == TableState.CURRENT;
    }

    private static TableLook recorded(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet migrations = statement.executeQuery(MIGRATIONS)) {
            int version = 0;
            boolean hasFailed = false;
            while (migrations.next()) {
                hasFailed |= !migrations.getBoolean(2);
                version = Math.max(version, migrations.getBoolean(2) ? number(migrations.getString(1)) : 0);
            }
            return new TableLook(hasFailed ? TableState.FAILED : state(version), version);
        }
    }

    private static TableState state(int version) {
        if (version == Tables.NEWEST) {
            return TableState.CURRENT;
        }
        return version < Tables.NEWEST ? TableState.PENDING : TableState.NEWER;
    }

    /** Of a row that is no migration, such as one of a schema that was made, 0. */
    private static int number(@Nullable String version) {
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }
}
