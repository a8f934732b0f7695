package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.operations.history.Runs;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code runs}: lists the starts of the job. */
@Command(
        name = "runs",
        description =
                "Lists the starts of the job, the newest first: when each began, how long it took, and how it ended.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally runs",
            "  jobs/shelftally runs --date 2026-11-21 --json",
            "  jobs/shelftally runs --failed --last 5",
            "",
            "What one of them did: jobs/shelftally show RUN. Exit codes: 0, 64 usage, 75 the database is in use."
        })
final class RunsCommand extends ReadingCommand {

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "Those of this business date alone.")
    private @Nullable LocalDate date;

    @Option(
            names = "--failed",
            description = "Those alone that did not end with 0: that failed, were stopped, or died.")
    private boolean failed;

    @Mixin
    private LastOption last;

    RunsCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        Runs runs = context.getBean(Runs.class);
        return failed
                ? runs.failed(Optional.ofNullable(date), last.number(), ExitCode::meaning)
                : runs.list(Optional.ofNullable(date), last.number(), ExitCode::meaning);
    }
}
