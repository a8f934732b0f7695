package io.shelftally.job.connections;

import io.shelftally.night.run.BatchTables;
import io.shelftally.publication.tables.ItemPartitions;
import io.shelftally.publication.tables.OldTexts;
import io.shelftally.publication.tables.UncheckedState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;

/** The migrations that make the job's tables, for one database. */
public final class Tables {

    /** The version of the newest migration. */
    public static final int NEWEST = 28;

    private Tables() {}

    /**
     * Ready to look, or to migrate. PostgreSQL takes all of it in one transaction; what differs are the type of large values,
     * the word for columns that are computed and kept, and what serves workers, which H2 has none of.
     */
    public static Flyway of(DataSource dataSource, boolean isPostgresql) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .javaMigrations(
                        new TableMigration("1", "batch tables", BatchTables::create),
                        new TableMigration("6", "unchecked state", UncheckedState::dropChecks),
                        new TableMigration("23", "postgresql in earnest", Tables::inEarnest))
                .callbacks(new MigrationFailpoints())
                .placeholders(
                        isPostgresql
                                ? Map.of("blob", "BYTEA", "stored", "STORED", "on-postgresql", "", "on-h2", "-- ")
                                : Map.of("blob", "BLOB", "stored", "", "on-postgresql", "-- ", "on-h2", ""))
                .group(isPostgresql)
                .load();
    }

    /** What pays with many nights of millions of rows; most of it H2 has not (docs/adr/0021-postgresql-in-earnest.md). */
    private static void inEarnest(Connection connection) throws SQLException {
        OldTexts.tellTheirExports(connection);
        if (connection.isWrapperFor(PGConnection.class)) {
            ItemPartitions.part(connection);
            OpenItems.index(connection);
        }
    }

    /** @throws BadSettingException if the database is somebody else's */
    static void migrate(Flyway tables, String database) {
        try {
            tables.migrate();
        } catch (FlywayException failed) {
            if (failed.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
                throw foreign(database);
            }
            throw failed;
        }
    }

    static BadSettingException foreign(String database) {
        return new BadSettingException("the database " + database + " (spring.datasource.url) holds tables that"
                + " this job did not make: name one of its own");
    }
}
