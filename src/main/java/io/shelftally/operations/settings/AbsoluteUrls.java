package io.shelftally.operations.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * URLs of H2 files that are relative, made absolute: against the folder of the file of settings that they stand in, else
 * against the working folder. So a setting means one database wherever the job is started, and H2, which refuses {@code
 * var/database}, takes it.
 */
final class AbsoluteUrls extends MapPropertySource implements OriginLookup<String> {

    private static final String NAME = "absolute URLs";

    /** Up to the path, the path, the options; a name such as {@code mem:} or {@code tcp:} begins no path. */
    private static final Pattern H2_FILE =
            Pattern.compile("(jdbc:h2:(?:file:)?)(?!/|~|[A-Za-z]:[/\\\\]|[A-Za-z]{2,}:)([^;]+)(;.*)?");

    private final Map<String, String> origins;

    private AbsoluteUrls(Map<String, Object> urls, Map<String, String> origins) {
        super(NAME, urls);
        this.origins = origins;
    }

    /** Puts them before all other sources; each keeps the origin of the one that it stands for. */
    static void in(ConfigurableEnvironment settings) {
        Map<String, Object> urls = new LinkedHashMap<>();
        Map<String, String> origins = new LinkedHashMap<>();
        for (String name : List.of(SettingNames.URL, SettingNames.INTAKE_URL)) {
            Matcher url = H2_FILE.matcher(settings.getProperty(name, ""));
            if (url.matches()) {
                Path base = SettingOrigin.folder(name, settings).orElse(Path.of(""));
                Path path = base.resolve(url.group(2)).toAbsolutePath().normalize();
                urls.put(
                        name,
                        url.group(1) + path + Optional.ofNullable(url.group(3)).orElse(""));
                origins.put(name, SettingOrigin.of(name, settings));
            }
        }
        if (!urls.isEmpty()) {
            settings.getPropertySources().addFirst(new AbsoluteUrls(urls, origins));
        }
    }

    @Override
    public @Nullable Origin getOrigin(String name) {
        String origin = origins.get(name);
        return origin == null ? null : new Described(origin);
    }

    private record Described(String text) implements Origin {

        @Override
        public String toString() {
            return text;
        }
    }
}
