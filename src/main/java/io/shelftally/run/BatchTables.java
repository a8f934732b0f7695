package io.shelftally.run;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Creates Spring Batch's own tables from the script that the library ships for the database. */
public final class BatchTables extends BaseJavaMigration {

    @Override
    public org.flywaydb.core.api.MigrationVersion getVersion() {
        return org.flywaydb.core.api.MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "batch tables";
    }

    @Override
    public void migrate(Context context) throws Exception {
        String product = context.getConnection().getMetaData().getDatabaseProductName();
        String platform = product.equals("PostgreSQL") ? "postgresql" : "h2";
        new ResourceDatabasePopulator(
                        new ClassPathResource("org/springframework/batch/core/schema-" + platform + ".sql"))
                .execute(new SingleConnectionDataSource(context.getConnection(), true));
    }
}
