package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.operations.breaks.OpenBreaks;
import io.shelftally.operations.launch.Launcher;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code breaks}: lists the open breaks of a night. */
@Command(
        name = "breaks",
        description = {
            "Lists the open breaks of the latest published night, the oldest first: products at a place that captures and",
            "shelf scans contradict, and for how many nights they have done so."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally breaks --store S1",
            "  jobs/shelftally breaks --older-than 3 --json",
            "",
            "Exit codes: 0, 64 usage, 65 no such night or store, 75 the database is in use."
        })
final class BreaksCommand extends ReadingCommand {

    @Option(names = "--store", paramLabel = "S", description = "Those of this store id alone.")
    private @Nullable String store;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "As they stood at the end of this night; default: the latest published one.")
    private @Nullable LocalDate date;

    private int olderThan;

    BreaksCommand(Launcher launcher) {
        super(launcher);
    }

    @Option(
            names = "--older-than",
            paramLabel = "N",
            defaultValue = "0",
            description = "Those that were seen on more than N nights. Default: ${DEFAULT-VALUE}, all.")
    void olderThan(int nights) {
        olderThan = WholeNumber.atLeast(0, nights, "--older-than", spec());
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        return context.getBean(OpenBreaks.class).of(Optional.ofNullable(date), Optional.ofNullable(store), olderThan);
    }
}
