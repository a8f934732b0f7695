package io.shelftally.night.run;

import io.shelftally.base.database.DatabaseProduct;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Spring Batch's own tables, by the script that the library ships for the database. */
public final class BatchTables {

    private BatchTables() {}

    /** Commits nothing, as the execution of a populator would: findings/spring-populator-commits.sh. */
    public static void create(Connection connection) throws SQLException {
        String platform = DatabaseProduct.isPostgresql(connection) ? "postgresql" : "h2";
        String script = "org/springframework/batch/core/schema-" + platform + ".sql";
        new ResourceDatabasePopulator(new ClassPathResource(script)).populate(connection);
    }
}
