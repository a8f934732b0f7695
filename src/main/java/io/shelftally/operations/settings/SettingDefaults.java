package io.shelftally.operations.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The defaults of the job by name. */
public final class SettingDefaults {

    private SettingDefaults() {}

    public static Properties read() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if the setting has none. */
    static String of(String name) {
        return read().getProperty(name, "");
    }
}
