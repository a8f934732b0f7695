package io.shelftally.operations.settings;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.origin.Origin;
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

    private SettingOrigin() {}

    /**
     * Such as {@code the variable SHELFTALLY_ZONE}, {@code /etc/shelftally/shelftally.properties:3} or {@code the defaults};
     * empty if nothing sets it.
     */
    public static String of(String setting, Environment environment) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(setting);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty found = source.getConfigurationProperty(name);
            if (found != null) {
                return text(setting, found.getOrigin(), source.getUnderlyingSource());
            }
        }
        return "";
    }

    private static String text(String setting, @Nullable Origin origin, @Nullable Object source) {
        if (origin instanceof SystemEnvironmentOrigin variable) {
            return "the variable " + variable.getProperty();
        }
        if (source instanceof ConfigTreePropertySource && origin instanceof TextResourceOrigin file) {
            return path(file.getResource());
        }
        if (origin instanceof TextResourceOrigin line) {
            return text(line);
        }
        if (source instanceof CommandLinePropertySource) {
            return "the command line";
        }
        boolean isOfJava = source instanceof PropertySource<?> properties
                && properties.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        return isOfJava ? "the Java option -D" + setting : String.valueOf(origin);
    }

    private static String text(TextResourceOrigin line) {
        Resource resource = line.getResource();
        TextResourceOrigin.Location location = line.getLocation();
        if (resource instanceof ClassPathResource) {
            return "the defaults";
        }
        return path(resource) + (location == null ? "" : ":" + (location.getLine() + 1));
    }

    private static String path(@Nullable Resource resource) {
        try {
            return resource == null
                    ? "a file"
                    : Path.of(resource.getFile().getPath())
                            .toAbsolutePath()
                            .normalize()
                            .toString();
        } catch (IOException ofNoFile) {
            return String.valueOf(resource);
        }
    }
}
