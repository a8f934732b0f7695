package io.shelftally.operations.launch;

import io.shelftally.operations.settings.SettingNames;
import io.shelftally.operations.settings.SettingWords;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.MethodParameter;
import org.springframework.core.env.Environment;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Names the setting that could not be used, and why, from what Spring threw; then how it stands, no secret shown. */
final class SettingFault {

    private SettingFault() {}

    /**
     * The deepest cause that knows the setting speaks.
     *
     * @param settings null as long as they are not read
     */
    static String message(Throwable trouble, @Nullable Environment settings) {
        List<String> faults = List.of(String.valueOf(trouble.getMessage()));
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            List<String> told = told(cause, settings);
            faults = told.isEmpty() ? faults : told;
        }
        return faults.stream().map(fault -> fault + standing(fault, settings)).collect(Collectors.joining("\n"));
    }

    private static List<String> told(Throwable cause, @Nullable Environment settings) {
        if (cause instanceof BindValidationException invalid) {
            return invalid.getValidationErrors().getAllErrors().stream()
                    .map(error -> invalid(invalid.getValidationErrors().getName(), error))
                    .sorted()
                    .toList();
        }
        if (cause instanceof BindException unbound) {
            return unbound(unbound, settings);
        }
        if (cause instanceof UnsatisfiedDependencyException unsatisfied) {
            return unsatisfied(unsatisfied);
        }
        String message = String.valueOf(cause.getMessage());
        return cause instanceof IllegalArgumentException && message.startsWith("shelftally.")
                ? List.of(message)
                : List.of();
    }

    private static List<String> unbound(BindException unbound, @Nullable Environment settings) {
        String name = unbound.getName().toString();
        Class<?> type = unbound.getTarget().getType().resolve(Object.class);
        if (!type.isRecord()) {
            return List.of(name + " must be " + SettingWords.allowed(type));
        }
        List<String> empty = settings == null ? List.of() : SettingWords.emptyOnes(name, settings);
        return empty.isEmpty() ? List.of("a setting of " + name + ".* is empty or cannot be used") : empty;
    }

    /** Of a value that is handed to a bean by itself. */
    private static List<String> unsatisfied(UnsatisfiedDependencyException unsatisfied) {
        InjectionPoint point = unsatisfied.getInjectionPoint();
        MethodParameter parameter = point == null ? null : point.getMethodParameter();
        Value value = parameter == null ? null : parameter.getParameterAnnotation(Value.class);
        return parameter == null || value == null
                ? List.of()
                : List.of(value.value().replaceAll("[${}]", "") + " must be "
                        + SettingWords.allowed(parameter.getParameterType()));
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

    /** Of the setting that the fault begins with, if it begins with one. */
    private static String standing(String fault, @Nullable Environment settings) {
        String name = fault.replaceFirst("(?s)[ \\[].*", "");
        return settings != null && SettingNames.all().contains(name) && !fault.contains(" is not set")
                ? ".\n" + SettingWords.standing(name, settings)
                : "";
    }
}
