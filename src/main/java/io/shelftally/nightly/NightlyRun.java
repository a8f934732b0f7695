package io.shelftally.nightly;

import io.shelftally.run.Heartbeat;
import io.shelftally.run.Lease;
import io.shelftally.run.RunHistory;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** Runs a night under the lease: recovers what a dead run left, then starts or resumes the job. */
@Component
public class NightlyRun {

    private final Job nightly;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Lease lease;
    private final RunHistory history;
    private final NightState state;

    NightlyRun(
            Job nightly,
            JobOperator operator,
            JobRepository repository,
            Lease lease,
            RunHistory history,
            NightState state) {
        this.nightly = nightly;
        this.operator = operator;
        this.repository = repository;
        this.lease = lease;
        this.history = history;
        this.state = state;
    }

    /**
     * Runs the night to its end; throws what made it fail.
     *
     * @param exitCode how a failure is answered, for the history
     */
    public void run(NightOptions options, ToIntFunction<Throwable> exitCode) throws Exception {
        lease.take(options.businessDate());
        Heartbeat heartbeat = Heartbeat.of(lease);
        try {
            record(options, exitCode);
        } finally {
            heartbeat.stop();
            state.close();
            lease.release();
        }
    }

    /** A few lines for people: what the run found and where the files are. */
    public String report() {
        return state.outcome().map(NightReport::text).orElse("");
    }

    private void record(NightOptions options, ToIntFunction<Throwable> exitCode) throws Exception {
        long run = history.started(options.businessDate());
        try {
            start(options);
            history.ended(run, 0, "published");
        } catch (Exception | Error e) {
            history.ended(
                    run,
                    exitCode.applyAsInt(e),
                    Objects.toString(e.getMessage(), e.getClass().getName()));
            throw e;
        }
    }

    private void start(NightOptions options) throws Exception {
        JobParameters parameters = options.toParameters(attempt(options));
        JobExecution last = repository.getLastJobExecution(NightlyJob.NAME, parameters);
        if (last != null && last.isRunning()) {
            operator.recover(last);
        }
        JobExecution execution = operator.start(nightly, parameters);
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw failure(execution);
        }
    }

    /** The first attempt of the date that has not run to its end; a completed job instance is never started again. */
    private long attempt(NightOptions options) {
        long attempt = history.published(options.businessDate()) + 1;
        JobExecution last = repository.getLastJobExecution(NightlyJob.NAME, options.toParameters(attempt));
        return last != null && last.getStatus() == BatchStatus.COMPLETED ? attempt + 1 : attempt;
    }

    private static Exception failure(JobExecution execution) {
        List<Throwable> failures = execution.getAllFailureExceptions();
        Throwable first =
                failures.isEmpty() ? new IllegalStateException("the job ended " + execution) : failures.get(0);
        return first instanceof Exception exception ? exception : new IllegalStateException(first);
    }
}
