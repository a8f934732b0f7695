package io.shelftally.operations.launch;

import io.shelftally.console.NotFoundException;
import io.shelftally.job.connections.DatabaseInUseException;
import io.shelftally.job.connections.DatabaseUrl;
import io.shelftally.job.connections.TablesException;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionSystemException;

/** Tells an operator what went wrong, in a line or two; a stack trace only for what nobody expected. */
final class Failure {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private Failure() {}

    static int report(Throwable trouble, DatabaseName database, @Nullable Environment settings, PrintWriter err) {
        ExitCode code = ExitCode.of(trouble);
        if (code == ExitCode.UNEXPECTED) {
            LOG.error("the command ended by an unexpected error", trouble);
        }
        String words = words(trouble, database, settings);
        if (LogFormat.isJson(settings)) {
            LOG.error("{}", words);
        } else {
            err.println("shelftally: " + words);
        }
        return code.number();
    }

    static String words(Throwable trouble, DatabaseName database, @Nullable Environment settings) {
        ExitCode code = ExitCode.of(trouble);
        return code == ExitCode.UNEXPECTED
                ? "unexpected error, please report it with the log: " + trouble
                : message(trouble, code, database, settings);
    }

    /** The message of the innermost cause that has the same code: it names the thing itself. */
    private static String message(
            Throwable trouble, ExitCode code, DatabaseName database, @Nullable Environment settings) {
        Throwable best = trouble;
        for (Throwable cause = cause(trouble); cause != null; cause = cause(cause)) {
            if (ExitCode.of(cause) == code) {
                best = cause;
            }
        }
        String text = text(best);
        return switch (code) {
            case BAD_SETTING ->
                (isDatabase(best) ? text : SettingFault.message(named(trouble, best), settings))
                        + remedy(best, code, database);
            case CANNOT_WRITE, CREDENTIALS -> text + reason(best) + remedy(best, code, database);
            case BAD_INPUT ->
                text + (best instanceof NotFoundException ? "\nlooked for in the database " + database.place() : "");
            case TRY_LATER -> best instanceof SQLException ? DatabaseInUseException.MESSAGE : text;
            default -> text;
        };
    }

    /** Where a value has not its type, the bean that it was for names the setting, and not the deepest cause. */
    private static Throwable named(Throwable trouble, Throwable best) {
        return best instanceof TypeMismatchException ? trouble : best;
    }

    /** What went wrong first, where a rollback failed in its turn. */
    private static @Nullable Throwable cause(Throwable trouble) {
        Throwable first =
                trouble instanceof TransactionSystemException rollback ? rollback.getApplicationException() : null;
        return first == null ? trouble.getCause() : first;
    }

    /** A database's message may show its URL, and a password in it. */
    private static String text(Throwable best) {
        String text = Objects.requireNonNullElse(best.getMessage(), best.toString());
        return isDatabase(best) ? DatabaseUrl.named(text) : text;
    }

    /** What the system said of the database's file or connection. */
    private static String reason(Throwable best) {
        String reason = "";
        for (Throwable cause = best.getCause(); isDatabase(best) && cause != null; cause = cause.getCause()) {
            String said = cause.getMessage();
            reason = cause instanceof IOException && said != null ? " (" + said + ")" : reason;
        }
        return reason;
    }

    private static boolean isDatabase(Throwable best) {
        return best instanceof SQLException || best instanceof DataAccessException;
    }

    private static String remedy(Throwable best, ExitCode code, DatabaseName database) {
        if (best instanceof TablesException) {
            return "\nThe name is that of spring.datasource.url" + database.fromOrigin() + ".";
        }
        return isDatabase(best) ? "\n" + remedy(code, database) : "";
    }

    private static String remedy(ExitCode code, DatabaseName database) {
        return switch (code) {
            case CREDENTIALS ->
                "Mend spring.datasource.username and .password for the database " + database.place() + ".";
            case BAD_SETTING ->
                "Create the database " + database + ", or mend spring.datasource.url" + database.fromOrigin() + ".";
            default ->
                "Check the database " + database.place()
                        + ": that it is up and whole, has room, and that this user may write there."
                        + " Then run again: the night resumes.";
        };
    }
}
