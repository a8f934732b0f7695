package io.shelftally.night.run;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Creates Spring Batch's own tables from the script that the library ships for the database. */
public final class BatchTables implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "batch tables";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    /** Commits nothing, as the execution of a populator would: a kill must not part the tables from the record of them. */
    @Override
    public void migrate(Context context) throws Exception {
        String product = context.getConnection().getMetaData().getDatabaseProductName();
        String platform = product.equals("PostgreSQL") ? "postgresql" : "h2";
        String script = "org/springframework/batch/core/schema-" + platform + ".sql";
        new ResourceDatabasePopulator(new ClassPathResource(script)).populate(context.getConnection());
    }
}
