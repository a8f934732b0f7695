package io.shelftally.database;

import com.zaxxer.hikari.HikariDataSource;
import io.shelftally.job.connections.Tables;
import io.shelftally.night.run.SessionName;
import io.shelftally.proof.postgresql.PostgresqlServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One of the server of this process. */
final class PostgresqlDatabase extends TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<Path, String> OF_FOLDERS = new ConcurrentHashMap<>();

    /** Without partitions, whose rows their tables have. */
    private static final String TABLES = """
            SELECT CAST(oid::regclass AS VARCHAR) FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1
            """;

    private final String name;
    private final HikariDataSource pool = new HikariDataSource();

    private PostgresqlDatabase(String name) {
        this.name = name;
        pool.setJdbcUrl(PostgresqlServer.shared().url(name) + "&reWriteBatchedInserts=true");
        pool.addDataSourceProperty("ApplicationName", new SessionName("tests").text());
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
    }

    static PostgresqlDatabase withoutTables() {
        return new PostgresqlDatabase(create("template0"));
    }

    static PostgresqlDatabase withTables() {
        return new PostgresqlDatabase(create(Migrated.NAME));
    }

    static String urlOf(Path home) {
        String name = OF_FOLDERS.computeIfAbsent(home, folder -> create("template0"));
        return PostgresqlServer.shared().url(name);
    }

    static List<String> rows(JdbcTemplate jdbc) {
        return jdbc.queryForList(TABLES, String.class).stream()
                .flatMap(table -> jdbc
                        .queryForList(
                                "SELECT '" + table + " ' || CAST(t AS TEXT) FROM " + table + " t ORDER BY 1",
                                String.class)
                        .stream())
                .toList();
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        server().execute("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private static String create(String template) {
        String name = "test_" + NUMBER.incrementAndGet();
        server().execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        return name;
    }

    private static JdbcTemplate server() {
        return new JdbcTemplate(
                new DriverManagerDataSource(PostgresqlServer.shared().url("postgres")));
    }

    /** A database that others are copied from. */
    private static final class Migrated {

        private static final String NAME = create("template0");

        static {
            Tables.of(new DriverManagerDataSource(PostgresqlServer.shared().url(NAME)), true)
                    .migrate();
        }
    }
}
