package io.shelftally.job.nightly;

import io.shelftally.base.logging.LogField;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.calls.quota.DayUse;
import io.shelftally.intake.selection.Selection;
import io.shelftally.night.captures.ClosientQuota;
import io.shelftally.night.run.Heartbeat;
import io.shelftally.night.run.Lease;
import io.shelftally.night.run.LeaseLostException;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.run.RunHistory;
import io.shelftally.night.run.RunStart;
import io.shelftally.publication.export.ExportException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Runs a night under the lease: recovers what a dead run left, then starts or resumes the job. */
@Component
public class NightlyRun {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyRun.class);

    private final Job nightly;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Lease lease;
    private final RunHistory history;
    private final NightState state;
    private final NightWrites writes;
    private final ClosientQuota quota;
    private final Afterwards afterwards;
    private final StopSignal stop;

    NightlyRun(
            Job nightly,
            JobOperator operator,
            JobRepository repository,
            Lease lease,
            RunHistory history,
            NightState state,
            NightWrites writes,
            ClosientQuota quota,
            Afterwards afterwards,
            StopSignal stop) {
        this.nightly = nightly;
        this.operator = operator;
        this.repository = repository;
        this.lease = lease;
        this.history = history;
        this.state = state;
        this.writes = writes;
        this.quota = quota;
        this.afterwards = afterwards;
        this.stop = stop;
    }

    /**
     * Runs the night to its end; throws what made it fail.
     *
     * @param observer is told of its beginning and its end
     */
    public void run(NightOptions options, RunObserver observer) throws Exception {
        run(options, Optional.empty(), observer);
    }

    /** The same for a night whose work list was taken: only what is selected is asked about. */
    void rerun(NightOptions options, Selection selection, RunObserver observer) throws Exception {
        run(options, Optional.of(selection), observer);
    }

    private void run(NightOptions options, Optional<Selection> selection, RunObserver observer) throws Exception {
        lease.take(options.businessDate(), stop::check);
        Heartbeat heartbeat = Heartbeat.of(lease);
        state.begin(selection, observer);
        try {
            record(options, observer);
        } catch (Exception | Error e) {
            if (lease.isLost()) {
                throw new LeaseLostException(e);
            }
            throw e;
        } finally {
            heartbeat.stop();
            closeStaging();
            release();
            LogField.STEP.clear();
            observer.ended(state.facts());
        }
    }

    private void closeStaging() {
        try {
            state.close();
        } catch (ExportException e) {
            LOG.warn("what was staged is left for the next run to clear away: {}", e.getMessage());
        }
    }

    /** A few lines for people: what the run found and where the files are. */
    public String report() {
        return state.outcome().map(NightReport::text).orElse("");
    }

    /** For the history: what {@code published} alone does not say. */
    private String result() {
        return state.outcome()
                .filter(outcome -> !outcome.publication().isNew())
                .map(NightReport::result)
                .orElse("published");
    }

    private void record(NightOptions options, RunObserver observer) throws Exception {
        long run = writes.call(() -> history.started(options.businessDate()));
        LogField.RUN.set(Long.toString(run));
        state.begun(begun(options));
        observer.began(state.facts());
        try {
            start(options);
        } catch (Exception | Error e) {
            if (e instanceof Error || state.outcome().isEmpty()) {
                ended(run, observer.exitCode(e), e);
                throw e;
            }
            afterwards.failed("the job's own record", e);
        }
        afterwards.attempt("the history", () -> writes.run(() -> ended(run, 0, result())));
    }

    private Begun begun(NightOptions options) {
        List<RunStart> open = history.open();
        int last = open.size() - 1;
        return new Begun(open.get(last), options, open.subList(0, last));
    }

    /** What made the run fail is thrown, whatever becomes of its record. */
    private void ended(long run, int exitCode, Throwable trouble) {
        try {
            String message =
                    Objects.toString(trouble.getMessage(), trouble.getClass().getName());
            writes.run(() -> ended(run, exitCode, message));
        } catch (RuntimeException e) {
            trouble.addSuppressed(e);
        }
    }

    private void ended(long run, int exitCode, String message) {
        DayUse today = quota.today();
        history.quota(run, today.limit(), today.left());
        history.ended(run, exitCode, message);
    }

    private void release() {
        try {
            lease.release();
        } catch (DataAccessException e) {
            LOG.warn("the lease could not be released: {}", e.getMessage());
        }
    }

    private void start(NightOptions options) throws Exception {
        JobParameters parameters = parameters(options);
        repository.findRunningJobExecutions(NightlyJob.NAME).forEach(operator::recover);
        recoverHalfBegun(parameters);
        recoverUnknown(parameters);
        JobExecution execution = operator.start(nightly, parameters);
        state.steps(took(execution));
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw failure(execution);
        }
    }

    private JobParameters parameters(NightOptions options) {
        JobParametersBuilder parameters = new JobParametersBuilder(options.toParameters(attempt(options)));
        state.selection().ifPresent(selection -> parameters.addString(NightOptions.SELECTION, selection.text(), false));
        return parameters.toJobParameters();
    }

    /**
     * Batch commits a job instance before its first execution, and never starts one that was left without any:
     * findings/batch-instance-without-execution.sh.
     */
    private void recoverHalfBegun(JobParameters parameters) {
        JobInstance instance = repository.getJobInstance(NightlyJob.NAME, parameters);
        if (instance != null && repository.getJobExecutions(instance).isEmpty()) {
            repository.deleteJobInstance(instance);
        }
    }

    /**
     * Where the database was lost, Batch does not know what it wrote, or could not write the end of a step and later wrote that
     * of its job, and would start the date never again. The items know: their own transactions either came about or did not.
     */
    private void recoverUnknown(JobParameters parameters) {
        JobExecution last = repository.getLastJobExecution(NightlyJob.NAME, parameters);
        if (last == null) {
            return;
        }
        last.getStepExecutions().stream()
                .filter(step -> step.getStatus() == BatchStatus.UNKNOWN
                        || step.getStatus().isRunning())
                .forEach(step -> {
                    step.setStatus(BatchStatus.FAILED);
                    repository.update(step);
                });
        if (last.getStatus() == BatchStatus.UNKNOWN) {
            last.setStatus(BatchStatus.FAILED);
            repository.update(last);
        }
    }

    /** The first attempt of the date that has not run to its end; a completed job instance is never started again. */
    private long attempt(NightOptions options) {
        long attempt = history.published(options.businessDate()) + 1;
        while (isCompleted(options, attempt)) {
            attempt++;
        }
        return attempt;
    }

    private boolean isCompleted(NightOptions options, long attempt) {
        JobExecution last = repository.getLastJobExecution(NightlyJob.NAME, options.toParameters(attempt));
        return last != null && last.getStatus() == BatchStatus.COMPLETED;
    }

    /** In their order; a step that has no end took no time that is known. */
    private static Map<String, Duration> took(JobExecution execution) {
        Map<String, Duration> took = new LinkedHashMap<>();
        for (StepExecution step : execution.getStepExecutions()) {
            LocalDateTime start = step.getStartTime();
            LocalDateTime end = step.getEndTime();
            if (start != null && end != null) {
                took.put(step.getStepName(), Duration.between(start, end));
            }
        }
        return took;
    }

    private static Exception failure(JobExecution execution) {
        List<Throwable> failures = execution.getAllFailureExceptions();
        Throwable first =
                failures.isEmpty() ? new IllegalStateException("the job ended " + execution) : failures.get(0);
        return first instanceof Exception exception ? exception : new IllegalStateException(first);
    }
}
