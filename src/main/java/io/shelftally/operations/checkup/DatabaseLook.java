package io.shelftally.operations.checkup;

import io.shelftally.job.connections.DatabaseUrl;
import io.shelftally.job.connections.H2File;
import io.shelftally.operations.settings.SettingNames;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * The job's database as its settings name it, looked at without making anything.
 *
 * @param url JDBC; may hold a password and is never shown
 */
record DatabaseLook(String url, String username, String password) {

    private static final String SECONDS = "10";

    static DatabaseLook of(JobSettings settings) {
        return new DatabaseLook(
                settings.text(SettingNames.URL).orElse(""),
                settings.text("spring.datasource.username").orElse(""),
                settings.text("spring.datasource.password").orElse(""));
    }

    /** An H2 database that is not there is not made. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        if (!username.isEmpty()) {
            properties.setProperty("user", username);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            properties.setProperty("connectTimeout", SECONDS);
            properties.setProperty("loginTimeout", SECONDS);
            properties.setProperty("socketTimeout", SECONDS);
        }
        return DriverManager.getConnection(file().isPresent() ? safeUrl() : url, properties);
    }

    boolean isPostgresql() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** The file of an H2 database that this process would open itself; it need not exist. */
    Optional<H2File> file() {
        return H2File.of(url);
    }

    boolean isMissing() {
        return file().filter(H2File::isEmpty).isPresent();
    }

    /** Without parameters and credentials. */
    String name() {
        return DatabaseUrl.name(url);
    }

    private String safeUrl() {
        return url.replaceAll("(?i);(IFEXISTS|WRITE_DELAY|TRACE_LEVEL_FILE)=[^;]*", "")
                + ";IFEXISTS=TRUE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0";
    }

    @Override
    public String toString() {
        return name();
    }
}
