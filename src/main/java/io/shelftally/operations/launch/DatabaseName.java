package io.shelftally.operations.launch;

import io.shelftally.job.connections.DatabaseUrl;
import java.util.Objects;
import org.springframework.core.env.Environment;

/** The database of a command as messages name it: its URL as far as no parameters and no credentials stand there. */
final class DatabaseName {

    private volatile String name = "of spring.datasource.url";

    void learn(Environment settings) {
        String url = Objects.requireNonNullElse(settings.getProperty("spring.datasource.url"), "");
        if (url.startsWith("jdbc:")) {
            name = DatabaseUrl.name(url);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
