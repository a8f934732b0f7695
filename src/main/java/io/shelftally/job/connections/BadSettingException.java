package io.shelftally.job.connections;

import java.io.Serial;
import java.util.Locale;

/** A setting is missing or wrong; the message names it and the remedy. Exit code 78. */
public final class BadSettingException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public BadSettingException(String message) {
        super(message);
    }

    /** Such as {@code SHELFTALLY_CLOSIENT_APIKEY} for {@code shelftally.closient.api-key}. */
    static String environmentName(String setting) {
        return setting.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
    }
}
