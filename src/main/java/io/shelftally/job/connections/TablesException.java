package io.shelftally.job.connections;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The database has not this application's tables, and cannot be given them; the message says what to do. Exit code 73. */
public final class TablesException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String MADE_BY =
            "\nThe first night makes what is missing, or jobs/shelftally migrate. If nights"
                    + " were run before, the setting names another database than theirs.";

    private TablesException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The system refused to make or to copy the file. */
    static TablesException cannotWrite(H2File file, IOException trouble) {
        return new TablesException(
                "cannot make the tables of the database " + file + " (spring.datasource.url): "
                        + reason(trouble)
                        + "\nThat is done in a copy beside it: see that its directory exists, that this user may write there,"
                        + " and that it has as much room again. Then run again; the database is as it was.",
                trouble);
    }

    static TablesException missing(String database) {
        return new TablesException(
                "there is no database " + database + " yet (spring.datasource.url)." + MADE_BY, null);
    }

    static TablesException empty(String database) {
        return new TablesException(
                "the database " + database + " (spring.datasource.url) holds no tables yet." + MADE_BY, null);
    }

    /** A command that only looks changes no table. */
    static TablesException old(String database, int version) {
        return new TablesException(
                "the tables of the database " + database + " (spring.datasource.url) are those of an older application:"
                        + " version " + version + " of " + Tables.NEWEST
                        + ".\nThe next night brings them up to date, or"
                        + " jobs/shelftally migrate (docs/operations.md, \"Upgrades\").",
                null);
    }

    static TablesException unfinished(String database) {
        return new TablesException(
                "a change of the tables of the database " + database + " (spring.datasource.url) failed, most likely in"
                        + " a start that was killed.\njobs/shelftally doctor says what to do.",
                null);
    }

    static TablesException halfMade(String database, FlywayException failed) {
        return new TablesException(
                "the tables of the database " + database + " (spring.datasource.url) cannot be brought up to date: "
                        + reason(failed) + "\nMost likely a start was killed while it changed them. Restore the latest"
                        + " backup, or make the database anew if no night was run yet (docs/operations.md, \"Upgrades\"),"
                        + " and run again.",
                null);
    }

    static TablesException halfMadeAndEmpty(String database) {
        return new TablesException(
                "the tables of the database " + database + " (spring.datasource.url) are half made: a start was killed"
                        + " while it made them.\nThey hold no row. Remove the database, or all objects in it (DROP ALL"
                        + " OBJECTS), and run again.",
                null);
    }

    static TablesException newer(String database) {
        return new TablesException(
                "the tables of the database " + database + " (spring.datasource.url) are those of a newer application."
                        + "\nStart that one, or restore the backup from before the upgrade (docs/operations.md).",
                null);
    }

    private static String reason(IOException trouble) {
        String said = trouble instanceof FileSystemException system ? system.getReason() : trouble.getMessage();
        return Objects.requireNonNullElseGet(said, () -> inWords(trouble));
    }

    /** Such as "no such file", of an exception that says no more than its name. */
    private static String inWords(IOException trouble) {
        String name = trouble.getClass().getSimpleName().replace("Exception", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** What the database said first, without the statement. */
    private static String reason(FlywayException failed) {
        String reason = String.valueOf(failed.getMessage());
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            reason = cause instanceof SQLException ? String.valueOf(cause.getMessage()) : reason;
        }
        return reason.lines().findFirst().orElse(reason).replaceFirst("; SQL statement:$", "");
    }
}
