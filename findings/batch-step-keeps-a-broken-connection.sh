#!/usr/bin/env bash
# A step of Spring Batch without transactions holds one database connection to its end, and uses it when it is broken, too.
#
# Versions: org.springframework.batch:spring-batch-core 6.0.4, com.h2database:h2 2.4.240.
# One would expect that a tasklet with the ResourcelessTransactionManager, the builder's choice if none is named, takes a
# connection for each statement, as without a transaction: after a lost one the next statement has a new one.
# That manager turns transaction synchronization on, by which Spring's JDBC classes keep the first connection until the
# tasklet returns. After it was ended on the server, each later statement of the step fails, though the database is there. A
# tasklet of hours is lost to a broken moment; and a pool has one connection less all the time.
#
# Seen on 2026-11-28 (after the first statement its session is ended on the server):
#   outside of a step: well, well by another session, well by another session
#   in a step: well, DataAccessResourceFailureException, DataAccessResourceFailureException

. "$(dirname -- "$0")/.lib"

jars org.springframework.batch:spring-batch-core:6.0.4 com.h2database:h2:2.4.240

java_source <<'EOJ' | as_seen
import java.util.*;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.*;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.*;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.embedded.*;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

class Finding {

    @Configuration(proxyBeanMethods = false)
    @EnableBatchProcessing
    @EnableJdbcJobRepository
    static class Beans {

        @Bean
        DataSource dataSource() {
            return new EmbeddedDatabaseBuilder()
                    .setType(EmbeddedDatabaseType.H2)
                    .setName("night")
                    .addScript("org/springframework/batch/core/schema-h2.sql")
                    .build();
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }
    }

    public static void main(String[] args) throws Exception {
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext(Beans.class);
        JobRepository repository = beans.getBean(JobRepository.class);
        JdbcTemplate jdbc = new JdbcTemplate(beans.getBean(DataSource.class));
        System.out.println("outside of a step: " + threeStatements(jdbc));
        beans.getBean(JobOperator.class)
                .start(
                        new JobBuilder("night", repository)
                                .start(new StepBuilder("step", repository)
                                        .tasklet((contribution, context) -> {
                                            System.out.println("in a step: " + threeStatements(jdbc));
                                            return RepeatStatus.FINISHED;
                                        })
                                        .build())
                                .build(),
                        new JobParameters());
    }

    static String threeStatements(JdbcTemplate jdbc) {
        int first = session(jdbc);
        JdbcTemplate administrator = new JdbcTemplate(new SimpleDriverDataSource(new org.h2.Driver(), "jdbc:h2:mem:night", "sa", ""));
        administrator.queryForObject("SELECT ABORT_SESSION(?)", Boolean.class, first);
        List<String> ends = new ArrayList<>(List.of("well"));
        for (int statement = 2; statement <= 3; statement++) {
            try {
                ends.add(session(jdbc) == first ? "well" : "well by another session");
            } catch (DataAccessException e) {
                ends.add(e.getClass().getSimpleName());
            }
        }
        return String.join(", ", ends);
    }

    static int session(JdbcTemplate jdbc) {
        return jdbc.queryForObject("SELECT SESSION_ID()", Integer.class);
    }
}
EOJ
