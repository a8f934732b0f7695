package io.shelftally.proof.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The collecting part of a night by a chunk-oriented step of Spring Batch, with what Batch brings along and no more. */
record PlainStep(URI vendor, Path scans) {

    PlainRun run(PlainRun.Kind kind, int sample, Path database) throws Exception {
        try (AnnotationConfigApplicationContext context = context(database)) {
            ThreadPoolTaskExecutor threads = threads(kind.threads());
            try {
                Step step = step(context, kind, sample, threads);
                Job job = new JobBuilder("plain", context.getBean(JobRepository.class))
                        .start(step)
                        .build();
                return new PlainRun(
                        kind, sample, time(context.getBean(JobOperator.class).start(job, new JobParameters()), sample));
            } finally {
                threads.shutdown();
            }
        }
    }

    private static AnnotationConfigApplicationContext context(Path database) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("benchmark", Map.of("url", "jdbc:h2:file:" + database)));
        context.register(PlainBatch.class);
        context.refresh();
        return context;
    }

    private Step step(
            AnnotationConfigApplicationContext context,
            PlainRun.Kind kind,
            int sample,
            ThreadPoolTaskExecutor threads) {
        ChunkOrientedStepBuilder<Long, PlainAnswer> step = new StepBuilder(
                        "collect", context.getBean(JobRepository.class))
                .<Long, PlainAnswer>chunk(kind.chunk())
                .transactionManager(context.getBean(PlatformTransactionManager.class))
                .reader(reader(sample))
                .processor(new PlainVendor(vendor))
                .writer(writer(context.getBean(DataSource.class)));
        return kind.isConcurrent() ? step.taskExecutor(threads).build() : step.build();
    }

    private FlatFileItemReader<Long> reader(int sample) {
        return new FlatFileItemReaderBuilder<Long>()
                .name("scans")
                .resource(new FileSystemResource(scans))
                .linesToSkip(1)
                .maxItemCount(sample)
                .lineMapper((line, number) -> Long.valueOf(line.substring(0, line.indexOf(','))))
                .build();
    }

    private static ItemWriter<PlainAnswer> writer(DataSource database) {
        var writer = new JdbcBatchItemWriterBuilder<PlainAnswer>()
                .dataSource(database)
                .sql("INSERT INTO answer (scan_id, status, products, report)"
                        + " VALUES (:scanId, :status, :products, :report)")
                .beanMapped()
                .build();
        writer.afterPropertiesSet();
        return writer;
    }

    private static ThreadPoolTaskExecutor threads(int number) {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(number);
        threads.setThreadNamePrefix("plain-");
        threads.initialize();
        return threads;
    }

    private static Duration time(JobExecution execution, int sample) {
        StepExecution step = execution.getStepExecutions().iterator().next();
        if (execution.getStatus() != BatchStatus.COMPLETED || step.getWriteCount() != sample) {
            throw new BenchmarkException("the plain step ended " + step + " " + execution.getAllFailureExceptions());
        }
        return Duration.between(Objects.requireNonNull(step.getStartTime()), Objects.requireNonNull(step.getEndTime()));
    }
}
