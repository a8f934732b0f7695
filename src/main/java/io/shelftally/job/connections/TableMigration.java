package io.shelftally.job.connections;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** A migration that no SQL says alike for every database; their history knows it by its version and description. */
final class TableMigration implements JavaMigration {

    private final String version;
    private final String description;
    private final Change change;

    TableMigration(String version, String description, Change change) {
        this.version = version;
        this.description = description;
        this.change = change;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        change.make(context.getConnection());
    }

    /** Commits nothing: a kill must not part the tables from the record of them. */
    interface Change {

        void make(Connection connection) throws SQLException;
    }
}
