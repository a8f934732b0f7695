package io.shelftally.operations.launch;

import io.shelftally.job.connections.BadSettingException;
import io.shelftally.operations.settings.SettingNames;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** What a line of the log looks like: for people, or for machines. */
final class LogFormat {

    static final String TEXT = "text";
    static final String ECS = "ecs";

    private LogFormat() {}

    /** @throws BadSettingException if the setting names none */
    static void check(Environment settings) {
        String format = of(settings);
        if (!format.equals(TEXT) && !format.equals(ECS)) {
            throw new BadSettingException(
                    SettingNames.LOG_FORMAT + " must be one of text, ecs, not \"" + format + "\"");
        }
    }

    /** @param settings null as long as they are not read */
    static boolean isJson(@Nullable Environment settings) {
        return settings != null && of(settings).equals(ECS);
    }

    private static String of(Environment settings) {
        return settings.getProperty(SettingNames.LOG_FORMAT, TEXT);
    }
}
