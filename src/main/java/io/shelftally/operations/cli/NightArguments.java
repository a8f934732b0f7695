package io.shelftally.operations.cli;

import io.shelftally.intake.worklist.IntakeRequest;
import io.shelftally.job.nightly.NightOptions;
import io.shelftally.job.planning.PlanOptions;
import io.shelftally.publication.twins.Twin;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say which night it is and how long it may last; what plans it and what runs it share them. */
final class NightArguments {

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "Business date; default: today in the zone of shelftally.zone.")
    private @Nullable LocalDate date;

    @Option(
            names = "--captures",
            paramLabel = "FILE",
            description = "CSV of captures: capture_id, and if known scan_id, store_id.")
    private @Nullable Path captures;

    @Option(
            names = "--scans",
            paramLabel = "FILE",
            description = "CSV of scans: scan_id, and if known store_id, section.")
    private @Nullable Path scans;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "30m",
            converter = DurationConverter.class,
            description =
                    "How long to wait for the vendors, such as 90s, 30m, 2h; 0 is one look. Default: ${DEFAULT-VALUE}.")
    private Duration wait;

    @Mixin
    private FarDates farDates;

    private int maxRetries;

    @Option(names = "--allow-empty", description = "An empty or missing work list is no error.")
    private boolean allowEmpty;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--max-retries",
            paramLabel = "N",
            defaultValue = "1",
            description = "Retries of a failed capture in a night. Default: ${DEFAULT-VALUE}.")
    void maxRetries(int number) {
        maxRetries = WholeNumber.atLeast(0, number, "--max-retries", command);
    }

    NightOptions toRun(Clock clock, Path out, boolean rawText, Set<Twin> twins) {
        return new NightOptions(
                date(clock),
                Optional.ofNullable(captures),
                Optional.ofNullable(scans),
                out,
                wait,
                maxRetries,
                allowEmpty,
                rawText,
                twins);
    }

    PlanOptions toPlan(Clock clock) {
        return new PlanOptions(date(clock), new IntakeRequest(captures, scans, allowEmpty), wait, maxRetries);
    }

    /** The date of the command line; empty if it names none. */
    Optional<LocalDate> given() {
        return Optional.ofNullable(date);
    }

    private LocalDate date(Clock clock) {
        if (date == null) {
            return LocalDate.now(clock);
        }
        farDates.check("--date", date, clock, command);
        return date;
    }
}
