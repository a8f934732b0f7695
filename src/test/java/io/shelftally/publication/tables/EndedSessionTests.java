package io.shelftally.publication.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.job.connections.Tables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;

class EndedSessionTests {

    @Test
    void anExportIsBegunAlsoWhenTheSessionThatMadeTheTablesHasEnded() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        DataSource dataSource = new DriverManagerDataSource(url, "sa", "");
        Tables.of(dataSource, false).migrate();
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        GuardedTransactions transactions =
                new GuardedTransactions(TransactionOperations.withoutTransaction(), WriteGuard.NONE);

        int exportId = new ExportVersions(jdbc, transactions, Clock.systemUTC())
                .begin(LocalDate.of(2026, 11, 22), ResultsDatabase.RULES);

        assertThat(exportId).isPositive();
        jdbc.execute("SHUTDOWN");
    }
}
