package io.shelftally.operations.cli;

import io.shelftally.job.reruns.RerunOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which nights are run again, and how; {@link NightArguments} words those of one night in its own way. */
final class RerunArguments {

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "The business date; or else --from and --to.")
    private @Nullable LocalDate date;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "The first business date. Dates without a night are skipped.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", converter = DateConverter.class, description = "The last one.")
    private @Nullable LocalDate to;

    @Mixin
    private FarDates farDates;

    @Mixin
    private SelectionArguments selection;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Directory of the published files. Default: the one that the night was published to.")
    private @Nullable Path out;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "30m",
            converter = DurationConverter.class,
            description =
                    "How long to wait for the vendors in each night, such as 90s, 30m, 2h; 0 is one look. Default:"
                            + " ${DEFAULT-VALUE}.")
    private Duration wait;

    private int maxRetries;

    @Option(
            names = "--raw-text",
            negatable = true,
            description =
                    "Leave text cells that a spreadsheet would run as a formula as they are, or do not. Default: as the"
                            + " night was published.")
    private @Nullable Boolean rawText;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--max-retries",
            paramLabel = "N",
            defaultValue = "1",
            description = "Retries of each failed capture that is asked again. Default: ${DEFAULT-VALUE}.")
    void maxRetries(int number) {
        maxRetries = WholeNumber.atLeast(0, number, "--max-retries", command);
    }

    RerunOptions options() {
        LocalDate first = first();
        LocalDate last = date == null ? to : date;
        if (last == null || last.isBefore(first)) {
            throw new ParameterException(command.commandLine(), "--from and --to are two dates in order");
        }
        return new RerunOptions(
                first,
                last,
                selection.selection(),
                Optional.ofNullable(out),
                wait,
                maxRetries,
                Optional.ofNullable(rawText));
    }

    /** Throws a ParameterException for a date that is most likely a slip. */
    void checkDates(RerunOptions options, Clock clock) {
        farDates.check(date == null ? "--to" : "--date", options.to(), clock, command);
    }

    private LocalDate first() {
        LocalDate first = date == null ? from : date;
        boolean isBoth = date != null && (from != null || to != null);
        if (first == null || isBoth) {
            throw new ParameterException(command.commandLine(), "give either --date, or --from and --to");
        }
        return first;
    }
}
