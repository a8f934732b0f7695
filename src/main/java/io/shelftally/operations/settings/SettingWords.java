package io.shelftally.operations.settings;

import io.shelftally.job.alerts.Limits;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** What is told of a setting that cannot be used: what is allowed, how it stands, and what its default is. */
public final class SettingWords {

    private static final String WHOLE = "a whole number, such as 20, without a unit";
    private static final String NUMBER = "a number such as 0.5";
    private static final String SWITCH = "true or false";

    private static final Map<Class<?>, String> ALLOWED = Map.ofEntries(
            Map.entry(Duration.class, "a time such as 500ms, 5s, 2m or 1h, with its unit and without a blank"),
            Map.entry(DataSize.class, "a size such as 512KB or 32MB, with its unit and without a blank"),
            Map.entry(URI.class, "an address such as https://host"),
            Map.entry(Path.class, "the path of a folder"),
            Map.entry(ZoneId.class, "a zone such as Europe/Paris"),
            Map.entry(Limits.class, Limits.ALLOWED),
            Map.entry(int.class, WHOLE),
            Map.entry(Integer.class, WHOLE),
            Map.entry(double.class, NUMBER),
            Map.entry(BigDecimal.class, NUMBER),
            Map.entry(boolean.class, SWITCH),
            Map.entry(Boolean.class, SWITCH));

    private SettingWords() {}

    /** What a setting of the type can be, after "must be". */
    public static String allowed(Class<?> type) {
        return type.isEnum()
                ? Stream.of(type.getEnumConstants())
                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "one of ", ""))
                : ALLOWED.getOrDefault(type, "a " + type.getSimpleName());
    }

    /** Such as {@code It is "20 s", from the variable SHELFTALLY_POLL_FIRST; the default is 2s.} Shows no secret. */
    public static String standing(String name, Environment settings) {
        String standard = standard(name, settings);
        return "It is " + value(name, settings) + "; "
                + (standard.isEmpty() ? "it has no default." : "the default is " + standard + ".");
    }

    /** The default of a setting, empty if it has none. */
    public static String standard(String name, Environment settings) {
        return settings.resolvePlaceholders(SettingDefaults.of(name));
    }

    /** Such as {@code "20 s", from the variable SHELFTALLY_POLL_FIRST}. */
    public static String value(String name, Environment settings) {
        ShownSetting setting = ShownSetting.of(name, settings);
        String origin = SettingOrigin.of(name, settings);
        if (origin.isEmpty()) {
            return "not set";
        }
        String value =
                setting.value() == null ? (setting.isSet() ? "a secret" : "empty") : "\"" + setting.value() + "\"";
        return value + ", from " + origin;
    }

    /** The settings of a record that are empty where they must not be. */
    public static List<String> emptyOnes(String prefix, Environment settings) {
        return SettingNames.records().stream()
                .filter(type -> SettingNames.prefix(type).equals(prefix))
                .flatMap(type -> SettingNames.parts(type).stream())
                .filter(part -> ALLOWED.containsKey(part.component().getType()))
                .filter(part -> !SettingDefaults.of(part.name()).isEmpty())
                .filter(part -> settings.getProperty(part.name(), "").isBlank())
                .map(part ->
                        part.name() + " must be " + allowed(part.component().getType()))
                .toList();
    }
}
