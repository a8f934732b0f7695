#!/usr/bin/env bash
# A chunk step of Spring Batch that dies while it writes a failed chunk one by one skips the rest of that chunk, and completes.
#
# Versions: org.springframework.batch:spring-batch-core 6.0.4, com.h2database:h2 2.4.240 with WRITE_DELAY=0.
# One would expect of a restartable, transactional step that a restart reads every item that was not committed.
# Item 13 of 30 breaks a constraint, which the step may skip. So the second chunk of ten is rolled back and its items are
# written again, each in a transaction of its own. The commit of the first of them stores the reader's place behind the
# whole chunk. The process ends after the first (by Runtime.halt); recovered and started again, the job reads on at 21 and
# ends as COMPLETED. Items 12 and 14 to 20 are in no table and no count of skips.
#
# Seen on 2026-11-28:
#   without a crash: COMPLETED, 29 of the 29 good items written, skipped 1
#   crash after item 11 was committed, before item 12: was STARTED
#   started again: COMPLETED, 21 of the 29 good items written, skipped 0
#   missing: 12 14 15 16 17 18 19 20

. "$(dirname -- "$0")/.lib"

jars org.springframework.batch:spring-batch-core:6.0.4 com.h2database:h2:2.4.240

cat >"$temp/Finding.java" <<'EOJ'
import java.util.*;
import java.util.stream.*;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.*;
import org.springframework.batch.core.job.*;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.*;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;
import org.springframework.context.annotation.*;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
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
            return new DriverManagerDataSource("jdbc:h2:file:./night;WRITE_DELAY=0");
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }
    }

    /** 1 to 30; its place is stored by the step. */
    static class Numbers extends AbstractItemCountingItemStreamItemReader<Integer> {

        int last;

        Numbers() {
            setName("numbers");
            setMaxItemCount(30);
        }

        @Override
        protected Integer doRead() {
            return ++last;
        }

        @Override
        protected void doOpen() {}

        @Override
        protected void doClose() {}
    }

    public static void main(String[] args) throws Exception {
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext(Beans.class);
        JobRepository repository = beans.getBean(JobRepository.class);
        JobOperator operator = beans.getBean(JobOperator.class);
        JdbcTemplate jdbc = new JdbcTemplate(beans.getBean(DataSource.class));
        switch (args[0]) {
            case "whole" -> {
                makeTables(jdbc);
                tell("without a crash", operator.start(job(beans, jdbc, false), NIGHT), jdbc);
            }
            case "crash" -> {
                makeTables(jdbc);
                operator.start(job(beans, jdbc, true), NIGHT);
            }
            default -> {
                JobExecution crashed = repository.getLastJobExecution("night", NIGHT);
                System.out.println("crash after item 11 was committed, before item 12: was " + crashed.getStatus());
                operator.recover(crashed);
                tell("started again", operator.start(job(beans, jdbc, false), NIGHT), jdbc);
                List<Integer> written = jdbc.queryForList("SELECT id FROM item", Integer.class);
                System.out.println("missing: " + IntStream.rangeClosed(1, 30)
                        .filter(id -> id != 13 && !written.contains(id))
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(" ")));
            }
        }
    }

    static void makeTables(JdbcTemplate jdbc) {
        jdbc.execute("DROP ALL OBJECTS");
        new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-h2.sql"))
                .execute(jdbc.getDataSource());
        jdbc.execute("CREATE TABLE item (id INT CHECK (id <> 13))");
    }

    static Job job(AnnotationConfigApplicationContext beans, JdbcTemplate jdbc, boolean crash) {
        Step step = new StepBuilder("write", beans.getBean(JobRepository.class))
                .<Integer, Integer>chunk(10)
                .transactionManager(beans.getBean(PlatformTransactionManager.class))
                .reader(new Numbers())
                .writer(items -> write(items, jdbc, crash))
                .faultTolerant()
                .skip(DataIntegrityViolationException.class)
                .skipLimit(5)
                .build();
        return new JobBuilder("night", beans.getBean(JobRepository.class)).start(step).build();
    }

    static void write(Chunk<? extends Integer> items, JdbcTemplate jdbc, boolean crash) {
        if (crash && items.size() == 1 && items.getItems().get(0) == 12) {
            Runtime.getRuntime().halt(0);
        }
        items.forEach(id -> jdbc.update("INSERT INTO item VALUES (?)", id));
    }

    static void tell(String what, JobExecution ended, JdbcTemplate jdbc) {
        long skipped = ended.getStepExecutions().stream().mapToLong(step -> step.getWriteSkipCount()).sum();
        System.out.println(what + ": " + ended.getStatus() + ", " + jdbc.queryForObject("SELECT COUNT(*) FROM item", Integer.class)
                + " of the 29 good items written, skipped " + skipped);
    }
}
EOJ

{
    run_java whole
    run_java crash
    run_java again
} | as_seen
