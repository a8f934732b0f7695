package io.shelftally.job.nightly;

import io.shelftally.night.run.NightWrites;
import io.shelftally.night.run.RunHistory;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.stereotype.Component;

/** Notes which of Batch's executions a run is before its first step, so that the steps of a run that was killed are known too. */
@Component
class ExecutionRecord implements JobExecutionListener {

    private final RunHistory history;
    private final NightWrites writes;

    ExecutionRecord(RunHistory history, NightWrites writes) {
        this.history = history;
        this.writes = writes;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        LocalDate businessDate =
                Objects.requireNonNull(execution.getJobParameters().getLocalDate(NightOptions.BUSINESS_DATE));
        writes.run(() -> history.executes(businessDate, execution.getId()));
    }
}
