package io.shelftally.cli;

import io.shelftally.collect.StoppedException;
import io.shelftally.intake.BadInputException;
import io.shelftally.nightly.BadSettingException;
import io.shelftally.nightly.NotCoveredException;
import io.shelftally.nightly.QuotaSpentException;
import io.shelftally.run.LeaseHeldException;
import io.shelftally.run.LeaseLostException;
import io.shelftally.vendor.Reason;
import io.shelftally.vendor.VendorException;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** How a command ends (jobs/README.md, "Exit codes"). */
enum ExitCode {
    OK(0),
    USAGE(64),
    BAD_INPUT(65),
    UNAVAILABLE(69),
    UNEXPECTED(70),
    CANNOT_WRITE(73),
    TRY_LATER(75),
    CREDENTIALS(77),
    BAD_SETTING(78);

    private static final int H2_FILE_IS_LOCKED = 90020;

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The code of the first cause that has one. */
    static ExitCode of(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            ExitCode code = ofCause(cause);
            if (code != UNEXPECTED) {
                return code;
            }
        }
        return UNEXPECTED;
    }

    private static ExitCode ofCause(Throwable cause) {
        if (cause instanceof BadInputException) {
            return BAD_INPUT;
        }
        if (cause instanceof VendorException vendor) {
            return isRefusal(vendor.reason()) ? CREDENTIALS : UNAVAILABLE;
        }
        if (cause instanceof NotCoveredException) {
            return UNAVAILABLE;
        }
        if (cause instanceof java.io.IOException) {
            return CANNOT_WRITE;
        }
        return isTryLater(cause) ? TRY_LATER : ofEnvironment(cause);
    }

    private static ExitCode ofEnvironment(Throwable cause) {
        if (cause instanceof BadSettingException || cause instanceof ConfigurationPropertiesBindException) {
            return BAD_SETTING;
        }
        boolean isDatabase = cause instanceof SQLException
                || cause instanceof FlywayException && cause.getCause() == null
                || cause instanceof DataAccessException && cause.getCause() == null
                || cause instanceof CannotCreateTransactionException && cause.getCause() == null;
        return isDatabase ? CANNOT_WRITE : UNEXPECTED;
    }

    private static boolean isTryLater(Throwable cause) {
        return cause instanceof StoppedException
                || cause instanceof LeaseHeldException
                || cause instanceof LeaseLostException
                || cause instanceof QuotaSpentException
                || cause instanceof SQLException sql && sql.getErrorCode() == H2_FILE_IS_LOCKED;
    }

    private static boolean isRefusal(Reason reason) {
        return reason == Reason.UNAUTHORIZED || reason == Reason.FORBIDDEN;
    }
}
