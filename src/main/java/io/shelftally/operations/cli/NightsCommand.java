package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.operations.history.Nights;
import io.shelftally.operations.launch.Launcher;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nights}: lists the published nights. */
@Command(
        name = "nights",
        description = {
            "Lists the published nights, the newest first: the version that is shown, its rows, the breaks open at its",
            "end, and the captures and scans that went on to the next night."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally nights",
            "  jobs/shelftally nights --last 7 --json",
            "",
            "Starts that published nothing: jobs/shelftally runs. Exit codes: 0, 64 usage, 75 the database is in use."
        })
final class NightsCommand extends ReadingCommand {

    @Mixin
    private LastOption last;

    NightsCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        return context.getBean(Nights.class).latest(last.number());
    }
}
