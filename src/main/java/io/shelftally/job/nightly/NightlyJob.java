package io.shelftally.job.nightly;

import io.shelftally.base.failpoint.Failpoint;
import io.shelftally.base.logging.LogField;
import io.shelftally.calls.collect.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.Isolation;

/**
 * The nightly job. Every start runs every step: the items' own rows, not Batch's, say what is left to do. The steps keep
 * their own short transactions, so that none stays open while a vendor is waited for. What a step asks outside of them, it
 * asks by one connection to its end, a broken one too (findings/batch-step-keeps-a-broken-connection.sh).
 */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository(isolationLevelForCreate = Isolation.READ_COMMITTED)
class NightlyJob {

    static final String NAME = "nightly";

    @Bean
    Job nightly(
            JobRepository repository,
            Step takeWorkList,
            Step collect,
            Step linkCaptures,
            Step reconcile,
            Step checkCoverage,
            Step publish,
            ExecutionRecord record) {
        return new JobBuilder(NAME, repository)
                .listener(record)
                .start(takeWorkList)
                .next(collect)
                .next(linkCaptures)
                .next(reconcile)
                .next(checkCoverage)
                .next(publish)
                .build();
    }

    @Bean
    Step takeWorkList(JobRepository repository, WorkListStep tasklet, Progress progress) {
        return step("takeWorkList", repository, tasklet, progress);
    }

    @Bean
    Step collect(JobRepository repository, CollectStep tasklet, Progress progress) {
        return step("collect", repository, tasklet, progress);
    }

    @Bean
    Step linkCaptures(JobRepository repository, LinkStep tasklet, Progress progress) {
        return step("linkCaptures", repository, tasklet, progress);
    }

    @Bean
    Step reconcile(JobRepository repository, ReconcileStep tasklet, Progress progress) {
        return step("reconcile", repository, tasklet, progress);
    }

    @Bean
    Step checkCoverage(JobRepository repository, CoverageStep tasklet, Progress progress) {
        return step("checkCoverage", repository, tasklet, progress);
    }

    @Bean
    Step publish(JobRepository repository, PublishStep tasklet, Progress progress) {
        return step("publish", repository, tasklet, progress);
    }

    private static Step step(String name, JobRepository repository, Tasklet tasklet, Progress progress) {
        return new StepBuilder(name, repository)
                .tasklet(tasklet, new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .listener(new StepExecutionListener() {
                    @Override
                    public void beforeStep(StepExecution execution) {
                        LogField.STEP.set(execution.getStepName());
                        progress.step(execution.getStepName());
                        Failpoint.STEP_STARTS.hit();
                    }

                    @Override
                    public @Nullable ExitStatus afterStep(StepExecution execution) {
                        Failpoint.STEP_ENDED.hit();
                        return null;
                    }
                })
                .build();
    }
}
