package io.shelftally.publication.tables;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Removes the check of an export's state: H2 2.4.240 fails a check with IN once the session that made its table has ended,
 * which a first night of more than half an hour outlives. The database named the check itself, each in its own way.
 */
public final class UncheckedState implements JavaMigration {

    private static final String CHECKS_OF_STATE = """
            SELECT t.constraint_name
            FROM information_schema.table_constraints t
            JOIN information_schema.check_constraints c
                ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name
            WHERE t.table_name IN ('EXPORT_VERSION', 'export_version') AND c.check_clause LIKE '%BUILDING%'
            """;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("6");
    }

    @Override
    public String getDescription() {
        return "unchecked state";
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
    public void migrate(Context context) {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        jdbc.queryForList(CHECKS_OF_STATE, String.class)
                .forEach(name -> jdbc.execute("ALTER TABLE export_version DROP CONSTRAINT \"" + name + "\""));
    }
}
