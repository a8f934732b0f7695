package io.shelftally.job.connections;

import com.zaxxer.hikari.HikariDataSource;
import io.shelftally.base.failpoint.Failpoint;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Brings the tables of an H2 file up to date. H2 commits each change of a table by itself, so that a kill amid a migration
 * would leave half of it for ever; therefore (ADR 11) the file is
 *
 * <ol>
 *   <li>opened and looked at; if nothing is to be done, the pool opens it too, and that is all;
 *   <li>else closed again, locked as H2 locks it, and copied;
 *   <li>brought up to date in the copy,
 *   <li>which takes its place in one instant.
 * </ol>
 */
final class FileMigration {

    private static final Logger LOG = LoggerFactory.getLogger(FileMigration.class);

    private final H2File file;
    private final HikariDataSource pool;
    private final DatabaseNeed need;

    FileMigration(H2File file, HikariDataSource pool, DatabaseNeed need) {
        this.file = file;
        this.pool = pool;
        this.need = need;
    }

    /**
     * Leaves the pool with a connection.
     *
     * @return the lock on the file that was replaced, if one was
     */
    Optional<Closeable> run() throws SQLException {
        try {
            if (open()) {
                return Optional.empty();
            }
            Closeable lock = replace();
            open();
            return Optional.of(lock);
        } catch (IOException e) {
            throw TablesException.cannotWrite(file, e);
        }
    }

    /** False if the tables are not up to date, or if there is no database yet. */
    private boolean open() throws SQLException, IOException {
        if (file.isEmpty()) {
            requireMaking();
            if (!file.mustExist()) {
                return false;
            }
        }
        Object identity = file.identity();
        try (Connection first = source(pool.getJdbcUrl()).getConnection()) {
            TableLook tables = TableLook.at(first);
            need.require(tables, DatabaseUrl.name(pool.getJdbcUrl()));
            boolean isCurrent = tables.isCurrent(pool.getJdbcUrl());
            if (isCurrent) {
                pool.getConnection().close();
                file.requireSame(identity);
                deleteLeftover();
            } else {
                execute(first, "SHUTDOWN");
            }
            return isCurrent;
        }
    }

    private void requireMaking() throws IOException {
        if (need != DatabaseNeed.MADE) {
            throw file.isLocked()
                    ? new DatabaseInUseException()
                    : TablesException.missing(DatabaseUrl.name(pool.getJdbcUrl()));
        }
    }

    private void deleteLeftover() throws IOException {
        if (need != DatabaseNeed.CURRENT) {
            file.deleteLeftover();
        }
    }

    private Closeable replace() throws SQLException, IOException {
        Failpoint.MIGRATION_NEEDED.hit();
        try (DatabaseCopy copy = DatabaseCopy.of(file)) {
            Failpoint.DATABASE_COPIED.hit();
            migrate(source(file.urlOf(copy.path())));
            Failpoint.DATABASE_MIGRATED.hit();
            return copy.replaceOriginal();
        }
    }

    private void migrate(DataSource copy) throws SQLException, IOException {
        Flyway tables = Tables.of(copy, false);
        try (Connection open = copy.getConnection()) {
            try {
                Tables.migrate(tables, file.toString());
            } catch (FlywayException failed) {
                requireNothingToLose(open, failed);
                execute(open, "DROP ALL OBJECTS");
                Tables.migrate(tables, file.toString());
            }
            execute(open, "SHUTDOWN");
        } catch (SQLException | FlywayException e) {
            throwIfOfSystem(e);
            throw e;
        }
    }

    /** A start that was killed while it made the tables, by a version that made them in the file itself, left no row. */
    private void requireNothingToLose(Connection copy, FlywayException failed) throws SQLException {
        if (TableLook.holdsRows(copy)) {
            throw TablesException.halfMade(file.toString(), failed);
        }
        LOG.warn(
                "the tables of {} were half made and held no row, as a start leaves them that is killed; they are made anew",
                file);
    }

    /** A full disk, say. */
    private static void throwIfOfSystem(Exception trouble) throws IOException {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException system) {
                throw system;
            }
        }
    }

    /** As the pool connects. */
    private DataSource source(String url) {
        DriverManagerDataSource source = new DriverManagerDataSource(url, pool.getDataSourceProperties());
        source.setUsername(pool.getUsername());
        source.setPassword(pool.getPassword());
        return source;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
