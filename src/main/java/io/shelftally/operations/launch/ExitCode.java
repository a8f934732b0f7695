package io.shelftally.operations.launch;

import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.collect.StoppedException;
import io.shelftally.calls.quota.QuotaSpentException;
import io.shelftally.console.NotFoundException;
import io.shelftally.intake.worklist.BadInputException;
import io.shelftally.job.connections.BadSettingException;
import io.shelftally.job.connections.DatabaseInUseException;
import io.shelftally.job.connections.TablesException;
import io.shelftally.job.nightly.NotCoveredException;
import io.shelftally.night.run.LeaseHeldException;
import io.shelftally.night.run.LeaseLostException;
import io.shelftally.operations.scheduling.ScheduledElsewhereException;
import io.shelftally.publication.export.ExportException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;

/** How a command ends (jobs/README.md, "Exit codes"). */
public enum ExitCode {
    OK(0, "published"),
    MISSING(1, "no published night"),
    USAGE(64, "usage"),
    BAD_INPUT(65, "bad input"),
    UNAVAILABLE(69, "vendor unavailable, or too little answered"),
    UNEXPECTED(70, "unexpected error"),
    CANNOT_WRITE(73, "cannot write"),
    TRY_LATER(75, "try later"),
    CREDENTIALS(77, "credentials refused"),
    BAD_SETTING(78, "bad setting");

    private static final int H2_FILE_IS_LOCKED = 90020;

    /** H2: relative to nothing, malformed, a setting twice, an unknown setting, a bad name, not there and not to be made. */
    private static final Set<Integer> H2_URL_IS_WRONG = Set.of(90011, 90046, 90066, 90113, 90138, 90146);

    private static final String NO_RIGHT = "42501";
    private static final List<String> PROGRAMMERS = List.of("22", "23", "42");
    private static final Set<Class<? extends RuntimeException>> TRY_LATER_TYPES = Set.of(
            StoppedException.class,
            LeaseHeldException.class,
            LeaseLostException.class,
            QuotaSpentException.class,
            DatabaseInUseException.class,
            ScheduledElsewhereException.class);

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** What a code says of a run that ended with it, in a few words. */
    public static String meaning(int number) {
        return Stream.of(values())
                .filter(code -> code.number == number)
                .map(code -> code.meaning)
                .findFirst()
                .orElse("unknown code");
    }

    /** Whether a command of the job ends so: of a process that died, the code is none of these. */
    public static boolean isOne(int number) {
        return Stream.of(values()).anyMatch(code -> code.number == number);
    }

    public int number() {
        return number;
    }

    /** The code of the first cause that has one. */
    public static ExitCode of(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            ExitCode code = ofCause(cause);
            if (code != UNEXPECTED) {
                return code;
            }
        }
        return UNEXPECTED;
    }

    private static ExitCode ofCause(Throwable cause) {
        if (cause instanceof BadInputException || cause instanceof NotFoundException) {
            return BAD_INPUT;
        }
        if (cause instanceof VendorException vendor) {
            return isRefusal(vendor.reason()) ? CREDENTIALS : UNAVAILABLE;
        }
        if (cause instanceof NotCoveredException) {
            return UNAVAILABLE;
        }
        if (cause instanceof ExportException || cause instanceof TablesException) {
            return CANNOT_WRITE;
        }
        if (cause instanceof SQLException sql) {
            return ofDatabase(sql);
        }
        return isTryLater(cause) ? TRY_LATER : ofEnvironment(cause);
    }

    /** By SQLSTATE: 28 refuses the credentials, 3D knows no such database, and 42501 is a right that the role has not. */
    private static ExitCode ofDatabase(SQLException sql) {
        String state = Objects.toString(sql.getSQLState(), "");
        if (sql.getErrorCode() == H2_FILE_IS_LOCKED) {
            return TRY_LATER;
        }
        if (state.startsWith("28")) {
            return CREDENTIALS;
        }
        if (state.startsWith("3D") || H2_URL_IS_WRONG.contains(sql.getErrorCode())) {
            return BAD_SETTING;
        }
        return isProgrammersFault(state) ? UNEXPECTED : CANNOT_WRITE;
    }

    private static ExitCode ofEnvironment(Throwable cause) {
        boolean isSetting = cause instanceof BadSettingException
                || cause instanceof ConfigurationPropertiesBindException
                || cause instanceof TypeMismatchException
                || cause instanceof ConfigDataException;
        return isSetting ? BAD_SETTING : UNEXPECTED;
    }

    /** SQLSTATE classes 22 (data), 23 (constraint) and 42 (syntax) tell of a bug, not of the database's state. */
    private static boolean isProgrammersFault(String state) {
        return !state.equals(NO_RIGHT) && PROGRAMMERS.stream().anyMatch(state::startsWith);
    }

    private static boolean isTryLater(Throwable cause) {
        return TRY_LATER_TYPES.stream().anyMatch(type -> type.isInstance(cause));
    }

    private static boolean isRefusal(Reason reason) {
        return reason == Reason.UNAUTHORIZED || reason == Reason.FORBIDDEN;
    }
}
