package io.shelftally.job.nightly;

import io.shelftally.intake.worklist.IntakeRequest;
import io.shelftally.job.planning.PlanOptions;
import io.shelftally.publication.twins.Twin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.scope.context.ChunkContext;

/**
 * What one run is asked to do; travels as the job's parameters.
 *
 * @param captures the captures' work list; empty to take it from SQL
 * @param scans the scans' work list; empty to take it from SQL
 * @param out the directory of the exports
 * @param waiting how long the run waits for the vendors to finish; zero is one look
 * @param maxRetries the counted retries of a capture, from 0
 * @param allowEmpty whether an empty work list is no error
 * @param rawText whether text cells are left as they are even if a spreadsheet would run them
 * @param twins the formats in which rows are published once more, beside their CSV
 */
public record NightOptions(
        LocalDate businessDate,
        Optional<Path> captures,
        Optional<Path> scans,
        Path out,
        Duration waiting,
        int maxRetries,
        boolean allowEmpty,
        boolean rawText,
        Set<Twin> twins) {

    static final String BUSINESS_DATE = "businessDate";
    static final String ATTEMPT = "attempt";
    /** For those who look at Batch's tables: what a rerun looks at, as on the command line. */
    static final String SELECTION = "selection";

    private static final String TWINS = "twins";

    public NightOptions {
        twins = Set.copyOf(twins);
    }

    /**
     * The date and the attempt make the job instance, so that a finished night can be run again.
     *
     * @param attempt 1 for the first run of a night, one more after each that completed
     */
    JobParameters toParameters(long attempt) {
        JobParametersBuilder parameters = new JobParametersBuilder()
                .addLocalDate(BUSINESS_DATE, businessDate)
                .addLong(ATTEMPT, attempt)
                .addString("out", out.toString(), false)
                .addString("wait", waiting.toString(), false)
                .addLong("maxRetries", (long) maxRetries, false)
                .addString("allowEmpty", Boolean.toString(allowEmpty), false)
                .addString("rawText", Boolean.toString(rawText), false)
                .addString(TWINS, twinsText(), false);
        captures.ifPresent(path -> parameters.addString("captures", path.toString(), false));
        scans.ifPresent(path -> parameters.addString("scans", path.toString(), false));
        return parameters.toJobParameters();
    }

    /** Such as {@code parquet,xlsx}; empty if there are none. */
    String twinsText() {
        return twins.stream()
                .sorted()
                .map(twin -> twin.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    /** @param text null in a job that was started before there were any */
    private static Set<Twin> twins(@Nullable String text) {
        return Arrays.stream(Objects.requireNonNullElse(text, "").split(","))
                .filter(name -> !name.isEmpty())
                .map(name -> Twin.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    IntakeRequest lists() {
        return new IntakeRequest(captures.orElse(null), scans.orElse(null), allowEmpty);
    }

    PlanOptions toPlan() {
        return new PlanOptions(businessDate, lists(), waiting, maxRetries);
    }

    static NightOptions of(ChunkContext context) {
        return of(context.getStepContext().getStepExecution().getJobParameters());
    }

    static NightOptions of(JobParameters parameters) {
        return new NightOptions(
                require(parameters.getLocalDate(BUSINESS_DATE)),
                Optional.ofNullable(parameters.getString("captures")).map(Path::of),
                Optional.ofNullable(parameters.getString("scans")).map(Path::of),
                Path.of(require(parameters.getString("out"))),
                Duration.parse(require(parameters.getString("wait"))),
                require(parameters.getLong("maxRetries")).intValue(),
                Boolean.parseBoolean(parameters.getString("allowEmpty")),
                Boolean.parseBoolean(parameters.getString("rawText")),
                twins(parameters.getString(TWINS)));
    }

    private static <T> T require(@Nullable T value) {
        return Optional.ofNullable(value).orElseThrow(() -> new IllegalArgumentException("a job parameter is missing"));
    }
}
