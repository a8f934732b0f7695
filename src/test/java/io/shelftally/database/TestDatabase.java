package io.shelftally.database;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database for a test: of H2, in memory, or of PostgreSQL in tests that are {@link OnPostgresql}. */
public abstract class TestDatabase implements AutoCloseable {

    private static volatile boolean isPostgresql;

    private final boolean isOnPostgresql = isPostgresql;

    static void choose(boolean postgresql) {
        isPostgresql = postgresql;
    }

    /** Without a table. */
    public static TestDatabase empty() {
        return isPostgresql ? PostgresqlDatabase.withoutTables() : new H2Database();
    }

    /** With all tables and views, and no rows but those that migrations put there. */
    public static TestDatabase migrated() {
        return isPostgresql ? PostgresqlDatabase.withTables() : H2Database.withTables();
    }

    /** The URL of a database of its own for the folder, which a job of another process can open too. */
    public static String url(Path home) {
        return isPostgresql ? PostgresqlDatabase.urlOf(home) : "jdbc:h2:file:" + home.resolve("database");
    }

    /** Every row of every table of a job's database. */
    public static List<String> rows(String url) {
        JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(url));
        return url.startsWith("jdbc:h2:") ? H2Database.rows(jdbc) : PostgresqlDatabase.rows(jdbc);
    }

    public boolean isPostgresql() {
        return isOnPostgresql;
    }

    /** A pool of connections. */
    public abstract DataSource dataSource();

    @Override
    public abstract void close();
}
