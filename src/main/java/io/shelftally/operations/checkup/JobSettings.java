package io.shelftally.operations.checkup;

import io.shelftally.operations.settings.SettingDefaults;
import io.shelftally.operations.settings.SettingWords;
import io.shelftally.operations.settings.UnknownNames;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The settings as they are given, however broken. */
final class JobSettings {

    private final ConfigurableEnvironment environment;

    JobSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** The defaults and the environment alone, where other sources cannot be read. */
    static JobSettings withoutFiles() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new PropertiesPropertySource("defaults", SettingDefaults.read()));
        return new JobSettings(environment);
    }

    Binder binder() {
        return Binder.get(environment);
    }

    /** The value, if it can be read as the type; blank text is none. */
    <T> Optional<T> value(String name, Class<T> type) {
        try {
            return Optional.ofNullable(binder().bind(name, type).orElse(null))
                    .filter(value -> !value.toString().isBlank());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    Optional<String> text(String name) {
        return value(name, String.class);
    }

    Optional<URI> address(String name) {
        return value(name, URI.class).filter(uri -> uri.getHost() != null);
    }

    /** Such as {@code "20 s", from the variable SHELFTALLY_POLL_FIRST}; shows no secret. */
    String standing(String name) {
        return SettingWords.value(name, environment);
    }

    /** The default of a setting; empty if it has none. */
    String standard(String name) {
        return SettingWords.standard(name, environment);
    }

    List<UnknownNames.Unknown> unknownNames() {
        return UnknownNames.in(environment);
    }
}
