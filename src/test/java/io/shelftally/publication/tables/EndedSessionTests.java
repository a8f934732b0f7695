package io.shelftally.publication.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.night.run.BatchTables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;

class EndedSessionTests {

    @Test
    void anExportIsBegunAlsoWhenTheSessionThatMadeTheTablesHasEnded() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration")
                .javaMigrations(new BatchTables(), new UncheckedState())
                .placeholders(Map.of("blob", "BLOB"))
                .load()
                .migrate();
        JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(url, "sa", ""));
        GuardedTransactions transactions =
                new GuardedTransactions(TransactionOperations.withoutTransaction(), WriteGuard.NONE);

        int exportId = new ExportVersions(jdbc, transactions, Clock.systemUTC())
                .begin(LocalDate.of(2026, 11, 22), ResultsDatabase.RULES);

        assertThat(exportId).isPositive();
        jdbc.execute("SHUTDOWN");
    }
}
