package io.shelftally.operations.checkup;

import io.shelftally.job.connections.DatabaseUrl;
import io.shelftally.job.connections.TableLook;
import io.shelftally.job.connections.TableState;
import io.shelftally.job.connections.Tables;
import io.shelftally.operations.launch.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Looks whether the database is up, has this application's tables and can be written, and what it says of runs. */
final class DatabaseCheck {

    private static final String CHECK = "database";
    private static final String TABLES = "tables";

    private final DatabaseLook database;
    private final RunsCheck runs;
    private Optional<Path> out = Optional.empty();
    private boolean isCurrent;
    private boolean isWritable;

    DatabaseCheck(DatabaseLook database, RunsCheck runs) {
        this.database = database;
        this.runs = runs;
    }

    List<Finding> findings() {
        if (database.isMissing()) {
            return List.of(Finding.ok(CHECK, database.name() + " is not there yet; the first run makes it"));
        }
        try (Connection connection = database.connect()) {
            return findings(connection);
        } catch (SQLException refused) {
            return List.of(refused(refused));
        }
    }

    /** Where the latest night was published; empty until {@link #findings()} has found it. */
    Optional<Path> out() {
        return out;
    }

    /** The database, if {@link #findings()} has found that this application can write its tables. */
    Optional<DatabaseLook> usable() {
        return isCurrent && isWritable ? Optional.of(database) : Optional.empty();
    }

    private List<Finding> findings(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        String product = connection.getMetaData().getDatabaseProductName() + " "
                + connection.getMetaData().getDatabaseProductVersion().replaceFirst(" .*", "");
        findings.add(Finding.ok(CHECK, database.name() + " is up: " + product + size()));
        SingleConnectionDataSource same = new SingleConnectionDataSource(connection, true);
        findings.add(tables(connection));
        JdbcClient client = JdbcClient.create(same);
        if (new JdbcTemplate(same).execute((Connection open) -> hasTable(open, "published_night"))) {
            Finding writable = writable(connection);
            isWritable = writable.status() == Finding.Status.OK;
            findings.add(writable);
            findings.addAll(runs.findings(client));
            out = lastOut(client);
        }
        return findings;
    }

    private String size() {
        return database.file()
                .map(file -> ", a file of " + Sizes.text(length(file.path())))
                .orElse("");
    }

    private Finding tables(Connection connection) throws SQLException {
        try {
            return tables(TableLook.at(connection), connection);
        } catch (SQLException unreadable) {
            return Finding.fail(
                    TABLES,
                    "what migrations they had cannot be read: " + said(unreadable),
                    "See that the role may read flyway_schema_history.",
                    ExitCode.CANNOT_WRITE);
        }
    }

    private Finding tables(TableLook look, Connection connection) throws SQLException {
        isCurrent = look.state() == TableState.CURRENT;
        String at = "they are at version " + look.version();
        return switch (look.state()) {
            case CURRENT -> Finding.ok(TABLES, at);
            case NONE -> pending("there are none yet; the next run makes them");
            case PENDING -> pending(at + " of " + Tables.NEWEST + "; the next run brings them up to date");
            case FAILED -> failed(connection);
            case UNRECORDED ->
                Finding.fail(
                        TABLES,
                        "there are some that this job did not make",
                        "Name a database of its own in SPRING_DATASOURCE_URL.",
                        ExitCode.BAD_SETTING);
            case NEWER ->
                Finding.fail(
                        TABLES,
                        "they are those of a newer application: " + at,
                        "Start that application again; an older one cannot use them.",
                        ExitCode.CANNOT_WRITE);
        };
    }

    private Finding pending(String found) {
        if (database.file().isEmpty()) {
            return Finding.ok(TABLES, found);
        }
        Path file = database.file().get().path();
        String copied = found + ", in a copy that takes " + Sizes.text(length(file)) + " beside the file";
        return room(file) < length(file)
                ? Finding.fail(TABLES, copied, "Free space there.", ExitCode.CANNOT_WRITE)
                : Finding.ok(TABLES, copied);
    }

    private Finding failed(Connection connection) throws SQLException {
        String found = "a migration of them failed, most likely in a start that was killed";
        if (database.isPostgresql() || TableLook.holdsRows(connection)) {
            return Finding.fail(
                    TABLES,
                    found,
                    "Restore the latest backup (docs/operations.md), and run again.",
                    ExitCode.CANNOT_WRITE);
        }
        return database.file().isPresent()
                ? Finding.warn(TABLES, found + "; they hold no row", "None is needed: the next run makes them anew.")
                : Finding.fail(
                        TABLES,
                        found + "; they hold no row",
                        "Remove the database, or all objects in it (DROP ALL OBJECTS), and run again.",
                        ExitCode.CANNOT_WRITE);
    }

    private static boolean hasTable(Connection connection, String name) throws SQLException {
        try (var tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(name)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Writes a row and takes it back. */
    private static Finding writable(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement(
                "INSERT INTO run (run_id, business_date, started_at) VALUES (-1, CURRENT_DATE, CURRENT_TIMESTAMP)")) {
            insert.executeUpdate();
            return Finding.ok(CHECK, "can be written; a row was put in and taken back");
        } catch (SQLException refused) {
            return Finding.fail(
                    CHECK,
                    "cannot be written: " + refused.getMessage(),
                    "See that it is no standby, is not read-only, has room, and that the role owns its tables.",
                    ExitCode.CANNOT_WRITE);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static Optional<Path> lastOut(JdbcClient client) {
        try {
            return client.sql("""
                            SELECT out_dir FROM export_version WHERE published_date IS NOT NULL
                            ORDER BY published_date DESC FETCH FIRST 1 ROW ONLY
                            """).query(String.class).optional().map(Path::of);
        } catch (DataAccessException olderTables) {
            return Optional.empty();
        }
    }

    private Finding refused(SQLException refused) {
        ExitCode code = ExitCode.of(refused);
        return switch (code) {
            case TRY_LATER ->
                Finding.warn(
                        CHECK,
                        database.name() + " is in use by another process, most likely a run",
                        "Look again when it has ended; an H2 file can be opened by one process at a time.");
            case CREDENTIALS ->
                Finding.fail(
                        CHECK,
                        database.name() + " refuses the credentials",
                        "Mend SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
                        code);
            case BAD_SETTING ->
                Finding.fail(
                        CHECK,
                        database.name() + " is not there, or misnamed: " + said(refused),
                        "Create it (docs/operations.md), or mend SPRING_DATASOURCE_URL.",
                        code);
            default ->
                Finding.fail(
                        CHECK,
                        database.name() + " cannot be opened: " + said(refused),
                        "See that it is up, that its file is whole and this user may write there; restore a backup if it"
                                + " is broken (docs/operations.md).",
                        ExitCode.CANNOT_WRITE);
        };
    }

    private static String said(SQLException refused) {
        return DatabaseUrl.named(String.valueOf(refused.getMessage()));
    }

    private static long room(Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
