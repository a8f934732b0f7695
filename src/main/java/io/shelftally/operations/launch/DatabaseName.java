package io.shelftally.operations.launch;

import io.shelftally.job.connections.DatabaseUrl;
import io.shelftally.operations.settings.SettingOrigin;
import java.util.Objects;
import org.springframework.core.env.Environment;

/** The database of a command as messages name it: its URL as far as no parameters and no credentials stand there. */
final class DatabaseName {

    private static final String URL = "spring.datasource.url";

    private volatile String name = "of " + URL;
    private volatile String origin = "";

    void learn(Environment settings) {
        String url = Objects.requireNonNullElse(settings.getProperty(URL), "");
        origin = SettingOrigin.of(URL, settings);
        if (url.startsWith("jdbc:")) {
            name = DatabaseUrl.name(url);
        }
    }

    /** With where its URL comes from. */
    String place() {
        return name + " (" + URL + fromOrigin() + ")";
    }

    /** Such as {@code , from the variable SPRING_DATASOURCE_URL}; empty as long as nobody has looked. */
    String fromOrigin() {
        return origin.isEmpty() ? "" : ", from " + origin;
    }

    @Override
    public String toString() {
        return name;
    }
}
