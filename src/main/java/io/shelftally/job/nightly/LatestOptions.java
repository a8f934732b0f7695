package io.shelftally.job.nightly;

import io.shelftally.night.run.RunHistory;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** What the latest run of a date was asked to do, by Batch's record of it. */
@Component
class LatestOptions {

    private final JobRepository repository;
    private final RunHistory history;

    LatestOptions(JobRepository repository, RunHistory history) {
        this.repository = repository;
        this.history = history;
    }

    /** Empty if Batch has no record of a run. */
    Optional<NightOptions> of(LocalDate businessDate) {
        long last = history.published(businessDate) + 2;
        return LongStream.iterate(last, attempt -> attempt > 0, attempt -> attempt - 1)
                .mapToObj(attempt -> repository.getLastJobExecution(NightlyJob.NAME, key(businessDate, attempt)))
                .filter(Objects::nonNull)
                .map(JobExecution::getJobParameters)
                .map(NightOptions::of)
                .findFirst();
    }

    private static JobParameters key(LocalDate businessDate, long attempt) {
        return new JobParametersBuilder()
                .addLocalDate(NightOptions.BUSINESS_DATE, businessDate)
                .addLong(NightOptions.ATTEMPT, attempt)
                .toJobParameters();
    }
}
