package io.shelftally.quota;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A database with the ledger's tables. */
final class LedgerDatabase implements AutoCloseable {

    private final JdbcConnectionPool pool;

    private LedgerDatabase(JdbcConnectionPool pool) {
        this.pool = pool;
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V3__quota.sql")).execute(pool);
    }

    /** An empty one in memory. */
    static LedgerDatabase inMemory() {
        return new LedgerDatabase(
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    }

    DataSource dataSource() {
        return pool;
    }

    JdbcClient client() {
        return JdbcClient.create(pool);
    }

    PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(pool);
    }

    @Override
    public void close() {
        client().sql("shutdown").update();
        pool.dispose();
    }
}
