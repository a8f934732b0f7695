package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.operations.history.Workers;
import io.shelftally.operations.launch.Launcher;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;

/** {@code workers}: lists who takes part. */
@Command(
        name = "workers",
        description = "Lists the processes that share the work of runs: since when, on what, and how fast.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally workers",
            "  jobs/shelftally workers --json",
            "",
            "One that is silent for 8 s counts as lost, and what it had in hand is given to others. One that said farewell",
            "is not listed; what each did in a run: jobs/shelftally show RUN. Exit codes: 0, 64 usage."
        })
final class WorkersCommand extends ReadingCommand {

    WorkersCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        return context.getBean(Workers.class).list();
    }
}
