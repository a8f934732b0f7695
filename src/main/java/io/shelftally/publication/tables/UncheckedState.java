package io.shelftally.publication.tables;

import java.sql.Connection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Removes the check of an export's state: H2 2.4.240 fails a check with IN once the session that made its table has ended,
 * which a first night of more than half an hour outlives (findings/h2-check-outlives-session.sh). The database named the
 * check itself, each in its own way.
 */
public final class UncheckedState {

    private static final String CHECKS_OF_STATE = """
            SELECT t.constraint_name
            FROM information_schema.table_constraints t
            JOIN information_schema.check_constraints c
                ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name
            WHERE t.table_name IN ('EXPORT_VERSION', 'export_version') AND c.check_clause LIKE '%BUILDING%'
            """;

    private UncheckedState() {}

    public static void dropChecks(Connection connection) {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        jdbc.queryForList(CHECKS_OF_STATE, String.class)
                .forEach(name -> jdbc.execute("ALTER TABLE export_version DROP CONSTRAINT \"" + name + "\""));
    }
}
