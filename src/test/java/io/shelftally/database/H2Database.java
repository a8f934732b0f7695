package io.shelftally.database;

import io.shelftally.job.connections.Tables;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;

/** In memory. */
final class H2Database extends TestDatabase {

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    static H2Database withTables() {
        H2Database database = new H2Database();
        new JdbcTemplate(database.pool).batchUpdate(Script.STATEMENTS);
        return database;
    }

    static List<String> rows(JdbcTemplate jdbc) {
        return jdbc.queryForList("SCRIPT", String.class).stream()
                .filter(line -> line.startsWith("INSERT"))
                .toList();
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        try {
            new JdbcTemplate(pool).execute("SHUTDOWN");
        } catch (CannotGetJdbcConnectionException anEndedSession) {
            new JdbcTemplate(pool).execute("SHUTDOWN");
        }
        pool.dispose();
    }

    /** The statements that make an empty database like a migrated one, which takes a tenth of the time. */
    private static final class Script {

        /** The script may make a view before a table of it. */
        private static final String RECOMPILATIONS = """
                SELECT 'ALTER VIEW "' || table_name || '" RECOMPILE' FROM information_schema.views
                WHERE table_schema = 'PUBLIC'
                """;

        private static final String[] STATEMENTS = statements();

        private static String[] statements() {
            H2Database database = new H2Database();
            Tables.of(database.pool, false).migrate();
            JdbcTemplate jdbc = new JdbcTemplate(database.pool);
            return Stream.concat(
                            jdbc.queryForList("SCRIPT NOPASSWORDS NOSETTINGS", String.class).stream()
                                    .map(statement -> statement.replaceAll(";$", "")),
                            jdbc.queryForList(RECOMPILATIONS, String.class).stream())
                    .toArray(String[]::new);
        }
    }
}
