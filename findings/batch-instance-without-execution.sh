#!/usr/bin/env bash
# A start of Spring Batch that fails between its two first commits leaves parameters that can never be started again.
#
# Versions: org.springframework.batch:spring-batch-core 6.0.4, com.h2database:h2 2.4.240.
# One would expect that a start which failed before any step can be made again, and that if not, recover or restart helps.
# Batch commits the job instance in one transaction and its first execution in the next. If the second fails, or the process
# dies between them, every later start with these parameters is an IllegalStateException. There is no execution that could
# be recovered, restarted or abandoned; deleting the instance is the way out. (Here the table of executions is away for a
# moment, as it would be for a database that is lost.)
#
# Seen on 2026-11-28:
#   start while the second insert fails: BadSqlGrammarException
#   instances 1, executions 0
#   start again: IllegalStateException: Cannot find any job execution for job instance
#   and again: IllegalStateException: Cannot find any job execution for job instance
#   after deleteJobInstance: COMPLETED

. "$(dirname -- "$0")/.lib"

jars org.springframework.batch:spring-batch-core:6.0.4 com.h2database:h2:2.4.240

java_source <<'EOJ' | as_seen
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.*;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.*;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.*;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

class Finding {

    static final JobParameters NIGHT = new JobParametersBuilder().addString("date", "2026-11-21").toJobParameters();

    @Configuration(proxyBeanMethods = false)
    @EnableBatchProcessing
    @EnableJdbcJobRepository
    static class Beans {

        @Bean
        DataSource dataSource() {
            return new EmbeddedDatabaseBuilder()
                    .setType(EmbeddedDatabaseType.H2)
                    .addScript("org/springframework/batch/core/schema-h2.sql")
                    .build();
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        Job night(JobRepository repository) {
            return new JobBuilder("night", repository)
                    .start(new StepBuilder("step", repository)
                            .tasklet((contribution, context) -> RepeatStatus.FINISHED)
                            .build())
                    .build();
        }
    }

    public static void main(String[] args) {
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext(Beans.class);
        JobRepository repository = beans.getBean(JobRepository.class);
        JdbcTemplate jdbc = new JdbcTemplate(beans.getBean(DataSource.class));

        jdbc.execute("ALTER TABLE batch_job_execution RENAME TO away");
        System.out.println("start while the second insert fails: " + start(beans).replaceAll("(?s):.*", ""));
        jdbc.execute("ALTER TABLE away RENAME TO batch_job_execution");
        System.out.println("instances " + count(jdbc, "batch_job_instance") + ", executions " + count(jdbc, "batch_job_execution"));
        System.out.println("start again: " + start(beans));
        System.out.println("and again: " + start(beans));
        repository.deleteJobInstance(repository.getJobInstance("night", NIGHT));
        System.out.println("after deleteJobInstance: " + start(beans));
    }

    static String start(AnnotationConfigApplicationContext beans) {
        try {
            return beans.getBean(JobOperator.class)
                    .start(beans.getBean(Job.class), NIGHT)
                    .getStatus()
                    .toString();
        } catch (Exception e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage().replaceAll(" instance: .*", " instance");
        }
    }

    static int count(JdbcTemplate jdbc, String table) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
    }
}
EOJ
