package io.shelftally.operations.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedResource;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Where the value of a setting comes from, as an operator looks for it. */
public final class SettingOrigin {

    private static final String DEFAULTS = "the defaults";

    private SettingOrigin() {}

    /**
     * Such as {@code the variable SHELFTALLY_ZONE}, {@code /etc/shelftally/shelftally.properties:3} or {@code the defaults};
     * empty if nothing sets it.
     */
    public static String of(String setting, Environment environment) {
        return found(setting, environment).map(SettingOrigin::text).orElse("");
    }

    static String text(ConfigurationProperty property) {
        Origin origin = origin(property);
        if (origin instanceof SystemEnvironmentOrigin variable) {
            return "the variable " + variable.getProperty();
        }
        Object source = source(property);
        if (origin instanceof TextResourceOrigin line) {
            return text(line, source instanceof ConfigTreePropertySource);
        }
        if (source instanceof CommandLinePropertySource) {
            return "the command line";
        }
        return isOfJava(source) ? "the Java option -D" + property.getName() : String.valueOf(origin);
    }

    /** The folder of the file that the setting stands in; empty if it stands in none, or in the defaults. */
    static Optional<Path> folder(String setting, Environment environment) {
        return found(setting, environment)
                .map(SettingOrigin::origin)
                .flatMap(origin ->
                        origin instanceof TextResourceOrigin line ? file(line.getResource()) : Optional.empty())
                .map(Path::getParent);
    }

    private static Optional<ConfigurationProperty> found(String setting, Environment environment) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(setting);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty found = source.getConfigurationProperty(name);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Boot may wrap it, to say which source it is of. */
    private static @Nullable Origin origin(ConfigurationProperty property) {
        Origin origin = property.getOrigin();
        return origin instanceof PropertySourceOrigin wrapped && wrapped.getOrigin() != null
                ? wrapped.getOrigin()
                : origin;
    }

    private static @Nullable Object source(ConfigurationProperty property) {
        ConfigurationPropertySource source = property.getSource();
        return source == null ? null : source.getUnderlyingSource();
    }

    private static boolean isOfJava(@Nullable Object source) {
        return source instanceof PropertySource<?> properties
                && properties.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    }

    /** A file of a configtree is named as the setting and holds nothing else: its line says nothing. */
    private static String text(TextResourceOrigin line, boolean isOfTree) {
        TextResourceOrigin.Location location = line.getLocation();
        String number = location == null || isOfTree ? "" : ":" + (location.getLine() + 1);
        return file(line.getResource()).map(file -> file + number).orElse(DEFAULTS);
    }

    /** Empty for what stands within the application. */
    private static Optional<Path> file(@Nullable Resource tracked) {
        Resource resource = tracked instanceof OriginTrackedResource wrapped ? wrapped.getResource() : tracked;
        if (resource == null || resource instanceof ClassPathResource) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Path.of(resource.getFile().getPath()).toAbsolutePath().normalize());
        } catch (IOException ofNoFile) {
            return Optional.empty();
        }
    }
}
