package io.shelftally.nightly;

import com.zaxxer.hikari.HikariDataSource;
import io.shelftally.run.BatchTables;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job's database: H2 by default, PostgreSQL in earnest. */
@Configuration(proxyBeanMethods = false)
class Database {

    @Bean
    DataSource dataSource(DataSourceProperties properties) {
        HikariDataSource pool = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .url(safe(properties.determineUrl()))
                .build();
        pool.setPoolName("shelftally");
        return pool;
    }

    @Bean
    BatchTables batchTables() {
        return new BatchTables();
    }

    /**
     * H2 acknowledges a commit up to half a second before it is on disk, and closes itself while a stopped run still
     * writes; both are switched off, whatever the setting says of them.
     */
    static String safe(String url) {
        if (!url.startsWith("jdbc:h2:")) {
            return url;
        }
        return with(with(url, "WRITE_DELAY", "0"), "DB_CLOSE_ON_EXIT", "FALSE");
    }

    private static String with(String url, String name, String value) {
        String rest = url.replaceAll("(?i);" + name + "=[^;]*", "");
        return rest + ";" + name.toUpperCase(Locale.ROOT) + "=" + value;
    }
}
