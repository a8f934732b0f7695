package io.shelftally.operations.keeping;

import io.shelftally.job.connections.BadSettingException;
import io.shelftally.job.connections.DatabaseUrl;
import io.shelftally.job.connections.H2File;
import io.shelftally.job.connections.TableState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.core.env.Environment;

/**
 * The H2 file of the settings, and how copies of it are opened.
 *
 * @param url JDBC, of an H2 file; may hold a secret
 */
public record KeptFile(String url, String username, String password) {

    /** Whoever cannot write to a copy cannot change it either. */
    private static final String READ_ONLY = ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";

    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** Fails if the job's database is no H2 file. */
    public static KeptFile of(Environment settings) {
        String url = settings.getProperty("spring.datasource.url", "");
        if (H2File.of(url).isEmpty()) {
            throw new BadSettingException("the database " + DatabaseUrl.name(url)
                    + " (spring.datasource.url) is no H2 file, which alone can be backed up, restored and moved so"
                    + (url.startsWith(POSTGRESQL)
                            ? ": PostgreSQL has pg_dump and pg_restore for it (docs/operations.md, \"Backup\")"
                            : ""));
        }
        return new KeptFile(
                url,
                settings.getProperty("spring.datasource.username", ""),
                settings.getProperty("spring.datasource.password", ""));
    }

    H2File file() {
        return H2File.of(url).orElseThrow();
    }

    /** Opens a copy of it that nobody else has in hand, to be read alone. */
    Connection open(Path copy) throws SQLException {
        Properties credentials = new Properties();
        if (!username.isEmpty()) {
            credentials.setProperty("user", username);
        }
        if (!password.isEmpty()) {
            credentials.setProperty("password", password);
        }
        return DriverManager.getConnection(file().urlOf(copy) + READ_ONLY, credentials);
    }

    /** Opens the database itself, to be read alone, so that not a byte of it changes; nobody else can write to it meanwhile. */
    public Connection open() throws SQLException {
        return open(file().path());
    }

    /** Whether there is one. */
    public boolean exists() {
        return !file().isEmpty();
    }

    /** Whether its tables are those of an earlier release. */
    public boolean isOutdated() throws SQLException {
        try (Connection opened = open()) {
            return Contents.of(opened).tables() == TableState.PENDING;
        }
    }

    @Override
    public String toString() {
        return DatabaseUrl.name(url);
    }
}
