package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.operations.history.Runs;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import java.util.OptionalLong;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code show}: tells what one run did. */
@Command(
        name = "show",
        description = {
            "Tells what one run did: its steps and how long they took, its calls to the vendors, their errors by reason,",
            "the quota it used, and what it published; and how its night stands now."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally show last",
            "  jobs/shelftally show 12 --json",
            "",
            "Exit codes: 0, 64 usage, 65 there is no such run, 75 the database is in use."
        })
final class ShowCommand extends ReadingCommand {

    private OptionalLong run = OptionalLong.empty();

    ShowCommand(Launcher launcher) {
        super(launcher);
    }

    @Parameters(index = "0", paramLabel = "RUN", description = "The number of a run, as runs lists them, or last.")
    void run(String text) {
        run = text.equals("last") ? OptionalLong.empty() : OptionalLong.of(number(text));
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        Runs runs = context.getBean(Runs.class);
        return run.isPresent() ? runs.show(run.getAsLong(), ExitCode::meaning) : runs.showLast(ExitCode::meaning);
    }

    private long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ParameterException(
                    spec().commandLine(), "\"" + text + "\" is no run: give a number such as 12, or last");
        }
    }
}
