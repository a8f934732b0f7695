package io.shelftally.job.connections;

import com.zaxxer.hikari.HikariDataSource;
import io.shelftally.night.run.SessionName;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job's database: H2 by default, PostgreSQL in earnest. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSourceProperties.class)
class Database {

    /** How long each attempt waits for a database that is gone; a run that ends makes several. */
    private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

    /** More than any command needs that is alone with its database. */
    private static final int OF_A_FILE = 12;

    /** A server's connections are opened when they are needed, and closed when they were not for ten minutes. */
    private static final int LEAST_IDLE = 2;

    /** A worker that cannot have one puts its work down meanwhile. */
    private static final long CONNECTION_TIMEOUT_OF_A_WORKER_MILLIS = 3_000;

    /** Bytes of a BLOB of H2; a packed answer of a scan has some thousand. */
    private static final String LONGEST_IN_ITS_ROW = "65536";

    /** More than the step collect makes in turn. */
    private static final String STATEMENTS = "64";

    /** As the settings say; not for anybody before its tables are up to date. */
    @Bean(defaultCandidate = false)
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource pool(DataSourceProperties properties, SessionName name, ObjectProvider<TaskSlots> slots) {
        String url = safe(known(properties.getUrl()));
        HikariDataSource pool = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .url(url)
                .build();
        pool.setPoolName("shelftally");
        pool.setMaximumPoolSize(OF_A_FILE);
        pool.setConnectionTimeout(
                name.isOfAWorker() ? CONNECTION_TIMEOUT_OF_A_WORKER_MILLIS : CONNECTION_TIMEOUT_MILLIS);
        pool.setExceptionOverride(new ClosedDatabase());
        if (DatabaseUrl.isPostgresql(pool.getJdbcUrl())) {
            pool.setMaximumPoolSize(PoolSize.of(
                    name, () -> slots.getObject().slices(), Runtime.getRuntime().availableProcessors()));
            pool.setMinimumIdle(LEAST_IDLE);
            PostgresqlSessions.of(name).forEach(pool::addDataSourceProperty);
        }
        return pool;
    }

    @Bean
    DataSource dataSource(@Qualifier("pool") HikariDataSource pool, Migrations migrations, DatabaseNeed need) {
        migrations.run(pool, need);
        return pool;
    }

    @Bean
    Migrations migrations() {
        return new Migrations();
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    NamedParameterJdbcTemplate namedParameters(JdbcTemplate template) {
        return new NamedParameterJdbcTemplate(template);
    }

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcTemplate template) {
        return JdbcClient.create(template);
    }

    /** The URL, if there is a driver for it. */
    private static String known(@Nullable String url) {
        String known = Objects.toString(url, "");
        if (!DatabaseUrl.isKnown(known)) {
            throw new BadSettingException("spring.datasource.url " + DatabaseUrl.NAMES_NONE);
        }
        if (DatabaseUrl.isH2(known) && known.toUpperCase(Locale.ROOT).contains(";AUTO_SERVER=TRUE")) {
            throw new BadSettingException("spring.datasource.url asks for AUTO_SERVER, which this job cannot use:"
                    + " leave it out, or take a server of H2 or PostgreSQL");
        }
        return known;
    }

    /**
     * H2 acknowledges a commit up to half a second before it is on disk, closes itself while a stopped run still writes,
     * and keeps a file of stack traces; all three are switched off, whatever the setting says of them. The first counts only
     * in the URL that opens the file (findings/h2-write-delay-in-the-file.sh). An answer stands in its row, unless it is long:
     * as a BLOB apart, H2 would keep three more trees for each. And of a session's statements more than eight stay parsed.
     */
    static String safe(String url) {
        if (!DatabaseUrl.isH2(url)) {
            return url;
        }
        String durable = with(with(url, "WRITE_DELAY", "0"), "DB_CLOSE_ON_EXIT", "FALSE");
        String lean = with(with(durable, "MAX_LENGTH_INPLACE_LOB", LONGEST_IN_ITS_ROW), "QUERY_CACHE_SIZE", STATEMENTS);
        return with(lean, "TRACE_LEVEL_FILE", "0");
    }

    static String with(String url, String name, String value) {
        String rest = url.replaceAll("(?i);" + name + "=[^;]*", "");
        return rest + ";" + name.toUpperCase(Locale.ROOT) + "=" + value;
    }
}
