package io.shelftally.operations.launch;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Names the setting that could not be used, and why, from what Spring threw; shows no value, which may be a secret. */
public final class SettingFault {

    private SettingFault() {}

    /** The deepest cause that knows the setting speaks. */
    static String message(Throwable trouble) {
        String message = String.valueOf(trouble.getMessage());
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            String told = told(cause);
            message = told == null ? message : told;
        }
        return message;
    }

    private static @Nullable String told(Throwable cause) {
        if (cause instanceof BindValidationException invalid) {
            return invalid.getValidationErrors().getAllErrors().stream()
                    .map(error -> invalid(invalid.getValidationErrors().getName(), error))
                    .sorted()
                    .collect(Collectors.joining("; "));
        }
        if (cause instanceof BindException unbound) {
            Class<?> type = unbound.getTarget().getType().resolve(Object.class);
            return type.isRecord()
                    ? "a setting of " + unbound.getName() + ".* is empty or cannot be used"
                    : unbound.getName() + " cannot be read as " + kind(type);
        }
        String message = String.valueOf(cause.getMessage());
        return cause instanceof IllegalArgumentException && message.startsWith("shelftally.") ? message : null;
    }

    /** What a setting of the type holds, after "cannot be read as". */
    public static String kind(Class<?> type) {
        return type.isEnum()
                ? Stream.of(type.getEnumConstants())
                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "one of ", ""))
                : type.getSimpleName();
    }

    private static String invalid(ConfigurationPropertyName prefix, ObjectError error) {
        if (error instanceof FieldError field) {
            return prefix.append(dashed(field.getField())) + " " + field.getDefaultMessage();
        }
        return prefix + " " + error.getDefaultMessage();
    }

    /** {@code perMinute} is the setting {@code per-minute}. */
    private static String dashed(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
