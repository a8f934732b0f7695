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
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Brings the tables up to date before anything else sees the database: a file of H2 in a copy, every other one where it is.
 * PostgreSQL does that in one transaction; a server of H2 in none, so that what a kill leaves there can only be told of.
 */
final class Migrations implements Closeable {

    /** PostgreSQL. */
    private static final String TABLE_EXISTS = "42P07";

    private static final Set<Integer> H2_HAS_NONE =
            Set.of(ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1, ErrorCode.REMOTE_DATABASE_NOT_FOUND_1);

    private final List<Closeable> locks = new ArrayList<>();

    /** @param pool which has no connection yet */
    void run(HikariDataSource pool, DatabaseNeed need) {
        Optional<H2File> file = H2File.of(pool.getJdbcUrl());
        try {
            if (file.isPresent()) {
                new FileMigration(file.get(), pool, need).run().ifPresent(locks::add);
            } else {
                runInPlace(pool, need);
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

    private static void runInPlace(HikariDataSource pool, DatabaseNeed need) throws SQLException {
        String url = pool.getJdbcUrl();
        TableLook tables = look(pool, need);
        need.require(tables, DatabaseUrl.name(url));
        if (tables.isCurrent(url)) {
            return;
        }
        Failpoint.MIGRATION_NEEDED.hit();
        try {
            Tables.migrate(Tables.of(pool, DatabaseUrl.isPostgresql(url)), DatabaseUrl.name(url));
        } catch (FlywayException failed) {
            throw DatabaseUrl.isH2(url) ? halfMade(pool, failed) : onPostgresql(url, failed);
        }
    }

    /** A server of H2 may make a database that it is asked for, unless it is told not to. */
    private static TableLook look(HikariDataSource pool, DatabaseNeed need) throws SQLException {
        String url = pool.getJdbcUrl();
        boolean mayNotMake = DatabaseUrl.isH2(url) && need != DatabaseNeed.MADE;
        if (mayNotMake) {
            pool.setJdbcUrl(Database.with(url, "IFEXISTS", "TRUE"));
        }
        try (Connection connection = pool.getConnection()) {
            return TableLook.at(connection);
        } catch (SQLException refused) {
            if (mayNotMake && H2_HAS_NONE.contains(refused.getErrorCode())) {
                throw TablesException.missing(DatabaseUrl.name(url));
            }
            throw refused;
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
            return TableLook.holdsRows(connection)
                    ? TablesException.halfMade(name, failed)
                    : TablesException.halfMadeAndEmpty(name);
        } catch (SQLException gone) {
            failed.addSuppressed(gone);
            return failed;
        }
    }
}
