package io.shelftally.job.connections;

import com.zaxxer.hikari.HikariDataSource;
import io.shelftally.base.failpoint.Failpoint;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Brings the tables up to date before anything else sees the database: a file of H2 in a copy, every other one where it is.
 * PostgreSQL does that in one transaction; a server of H2 in none, so that what a kill leaves there can only be told of.
 */
final class Migrations implements Closeable {

    /** PostgreSQL. */
    private static final String TABLE_EXISTS = "42P07";

    private final List<Closeable> locks = new ArrayList<>();

    /** @param pool which has no connection yet */
    void run(HikariDataSource pool) {
        Optional<H2File> file = H2File.of(pool.getJdbcUrl());
        try {
            if (file.isPresent()) {
                new FileMigration(file.get(), pool).run().ifPresent(locks::add);
            } else {
                runInPlace(pool);
            }
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("the database cannot be opened", e);
        }
    }

    /** Ends the locks on files that were replaced. */
    @Override
    public void close() throws IOException {
        for (Closeable lock : locks) {
            lock.close();
        }
    }

    private static void runInPlace(HikariDataSource pool) {
        String url = pool.getJdbcUrl();
        Flyway tables = Tables.of(pool, DatabaseUrl.isPostgresql(url));
        if (TableState.isCurrent(tables, url)) {
            return;
        }
        Failpoint.MIGRATION_NEEDED.hit();
        try {
            Tables.migrate(tables, DatabaseUrl.name(url));
        } catch (FlywayException failed) {
            throw DatabaseUrl.isH2(url) ? halfMade(pool, failed) : onPostgresql(url, failed);
        }
    }

    /** The first versions could leave Batch's tables without the record of them. */
    private static RuntimeException onPostgresql(String url, FlywayException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && TABLE_EXISTS.equals(sql.getSQLState())) {
                return TablesException.halfMade(DatabaseUrl.name(url), failed);
            }
        }
        return failed;
    }

    private static RuntimeException halfMade(HikariDataSource pool, FlywayException failed) {
        String name = DatabaseUrl.name(pool.getJdbcUrl());
        try (Connection connection = pool.getConnection()) {
            return TableState.holdsRows(connection)
                    ? TablesException.halfMade(name, failed)
                    : TablesException.halfMadeAndEmpty(name);
        } catch (SQLException gone) {
            failed.addSuppressed(gone);
            return failed;
        }
    }
}
