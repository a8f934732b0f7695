package io.shelftally.operations.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * A setting in force, as it may be shown.
 *
 * @param value null for a secret, and for one that nothing sets
 * @param origin null if nothing sets it
 */
record ShownSetting(
        String name,
        @Nullable String value,
        boolean isSet,
        boolean isSecret,
        @Nullable String origin,
        String variable) {

    static ShownSetting of(String name, Environment settings) {
        String value = text(name, settings);
        boolean isSet = !value.isEmpty();
        return new ShownSetting(
                name,
                isSet && !SettingNames.isSecret(name) ? safe(name, value) : null,
                isSet,
                SettingNames.isSecret(name),
                isSet ? SettingOrigin.of(name, settings) : null,
                SettingNames.environment(name));
    }

    /** In the column of a table. */
    String shown() {
        if (!isSet) {
            return "(not set)";
        }
        return value == null ? "(set, not shown)" : value;
    }

    /** As it stands, placeholders that nothing fills included. */
    private static String text(String name, Environment settings) {
        try {
            return settings.getProperty(name, "").strip();
        } catch (IllegalArgumentException unfilled) {
            return String.valueOf(unfilled.getMessage());
        }
    }

    /** No password stands in a URL that is shown, whether it is a good one or not. */
    private static String safe(String name, String value) {
        return name.endsWith("url") ? value.replaceFirst("(?s)[?;#].*", "").replaceFirst("//.*@", "//") : value;
    }
}
