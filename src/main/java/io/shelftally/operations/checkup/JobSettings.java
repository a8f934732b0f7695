package io.shelftally.operations.checkup;

import io.shelftally.operations.settings.UnknownNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The settings as they are given, however broken. */
final class JobSettings {

    private final ConfigurableEnvironment environment;

    JobSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** The defaults and the environment alone, where other sources cannot be read. */
    static JobSettings withoutFiles() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new PropertiesPropertySource("defaults", defaults()));
        return new JobSettings(environment);
    }

    /** The defaults of the job by name. */
    static Properties defaults() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    List<UnknownNames.Unknown> unknownNames() {
        return UnknownNames.in(environment);
    }
}
