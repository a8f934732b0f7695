package io.shelftally.database;

import java.nio.file.Path;
import javax.sql.DataSource;

/** A database for a test: of H2, in memory, or of PostgreSQL in tests that are {@link OnPostgresql}. */
public abstract class TestDatabase implements AutoCloseable {

    private static volatile boolean isPostgresql;

    static void choose(boolean postgresql) {
        isPostgresql = postgresql;
    }

    /** Without a table. */
    public static TestDatabase empty() {
        return isPostgresql ? PostgresqlDatabase.withoutTables() : new H2Database();
    }

    /** With all tables and views, and no rows. */
    public static TestDatabase migrated() {
        return isPostgresql ? PostgresqlDatabase.withTables() : H2Database.withTables();
    }

    /** The URL of a database of its own for the folder, which a job of another process can open too. */
    public static String url(Path home) {
        return isPostgresql ? PostgresqlDatabase.urlOf(home) : "jdbc:h2:file:" + home.resolve("database");
    }

    /** A pool of connections. */
    public abstract DataSource dataSource();

    @Override
    public abstract void close();
}
