package io.shelftally.database;

import io.shelftally.run.BatchTables;
import io.shelftally.tables.UncheckedState;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The job's migrations, as it runs them itself. */
final class Migrations {

    private Migrations() {}

    static void run(DataSource dataSource, String blob) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .javaMigrations(new BatchTables(), new UncheckedState())
                .placeholders(Map.of("blob", blob))
                .load()
                .migrate();
    }
}
