package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.operations.abandonment.Abandonment;
import io.shelftally.operations.launch.Launcher;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code abandon}: gives a night up that was begun by mistake. */
@Command(
        name = "abandon",
        description = {
            "Gives a night up that was begun by mistake and never published: tells what would go, and with --apply",
            "deletes it. Its date is then as one that was never begun, and later nights carry nothing over from it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally abandon 2026-11-23",
            "  jobs/shelftally abandon 2026-11-23 --apply",
            "",
            "A night that was published stays, and so does one that a later night goes on from. A retry that a vendor was",
            "asked for cannot be taken back. One that was stopped or killed is finished by the next.",
            "",
            "Exit codes: 0 done, 64 usage, 65 there is no such night or it stays, 73 cannot write,",
            "75 a run is at work or stopped by a signal."
        })
final class AbandonCommand extends ReadingCommand {

    @Parameters(index = "0", paramLabel = "DATE", converter = DateConverter.class, description = "The business date.")
    private LocalDate date = LocalDate.EPOCH;

    @Option(names = "--apply", description = "Do it; without it nothing is changed.")
    private boolean apply;

    AbandonCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    protected DatabaseNeed need() {
        return apply ? DatabaseNeed.THERE : DatabaseNeed.CURRENT;
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        return context.getBean(Abandonment.class).abandon(date, !apply);
    }
}
