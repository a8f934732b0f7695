package io.shelftally.calls.quota;

import io.shelftally.database.TestDatabase;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A database with the ledger's tables alone. */
final class LedgerDatabase implements AutoCloseable {

    private final TestDatabase database = TestDatabase.empty();

    LedgerDatabase() {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V3__quota.sql"))
                .execute(database.dataSource());
    }

    DataSource dataSource() {
        return database.dataSource();
    }

    JdbcClient client() {
        return JdbcClient.create(dataSource());
    }

    PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(dataSource());
    }

    /** That of all processes on the database. */
    Clock clock() {
        return LedgerClock.of(new JdbcTemplate(dataSource()));
    }

    @Override
    public void close() {
        database.close();
    }
}
