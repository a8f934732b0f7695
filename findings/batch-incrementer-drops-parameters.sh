#!/usr/bin/env bash
# Spring Batch drops the parameters of a start if the job has an incrementer, and runs a completed night again.
#
# Versions: org.springframework.batch:spring-batch-core 6.0.4, com.h2database:h2 2.4.240.
# One would expect that start(job, parameters) runs the job with these parameters, with what the incrementer adds, and that
# the same parameters are refused once they have completed.
# A job that has an incrementer runs with the incrementer's parameters alone: the date that was given is not there, and each
# start is a new instance, also of a night that was done. All that tells of it is a warning in the log.
#
# Seen on 2026-11-28:
#   no incrementer, first start: the step ran with {date=2026-11-21}, COMPLETED
#   no incrementer, second start: JobInstanceAlreadyCompleteException
#   incrementer, first start: the step ran with {run.id=1}, COMPLETED
#   incrementer, second start: the step ran with {run.id=2}, COMPLETED

. "$(dirname -- "$0")/.lib"

jars org.springframework.batch:spring-batch-core:6.0.4 com.h2database:h2:2.4.240

java_source <<'EOJ' | as_seen
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.*;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.*;
import org.springframework.batch.core.job.parameters.*;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.*;
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
    }

    public static void main(String[] args) {
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext(Beans.class);
        JobOperator operator = beans.getBean(JobOperator.class);
        Job without = job(beans.getBean(JobRepository.class), "without").build();
        Job with = job(beans.getBean(JobRepository.class), "with").incrementer(new RunIdIncrementer()).build();
        System.out.println("no incrementer, first start: " + start(operator, without));
        System.out.println("no incrementer, second start: " + start(operator, without));
        System.out.println("incrementer, first start: " + start(operator, with));
        System.out.println("incrementer, second start: " + start(operator, with));
    }

    static SimpleJobBuilder job(JobRepository repository, String name) {
        return new JobBuilder(name, repository)
                .start(new StepBuilder("step", repository)
                        .tasklet((contribution, context) -> {
                            System.setProperty("ran", "the step ran with " + context.getStepContext().getJobParameters());
                            return RepeatStatus.FINISHED;
                        })
                        .build());
    }

    static String start(JobOperator operator, Job job) {
        try {
            String status = operator.start(job, NIGHT).getStatus().toString();
            return System.getProperty("ran") + ", " + status;
        } catch (Exception e) {
            return e.getClass().getSimpleName();
        }
    }
}
EOJ
