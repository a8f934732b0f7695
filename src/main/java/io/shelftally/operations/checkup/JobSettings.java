package io.shelftally.operations.checkup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
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

    /** Variables of the environment whose names begin as those of our settings do. */
    Set<String> variables() {
        return names(true, "SHELFTALLY_");
    }

    /** Names in files, and on a command line, that begin as those of our settings do. */
    Set<String> properties() {
        return names(false, "shelftally.");
    }

    private Set<String> names(boolean ofEnvironment, String prefix) {
        Set<String> names = new TreeSet<>();
        environment.getPropertySources().stream()
                .filter(source -> source instanceof SystemEnvironmentPropertySource == ofEnvironment)
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Set.of(((EnumerablePropertySource<?>) source).getPropertyNames()).stream())
                .filter(name -> name.startsWith(prefix))
                .forEach(names::add);
        return names;
    }
}
