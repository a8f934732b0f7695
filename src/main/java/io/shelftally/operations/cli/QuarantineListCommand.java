package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.operations.review.Review;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code quarantine list}. */
@Command(
        name = "list",
        description = "Lists the rows in quarantine that nobody has handled yet.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally quarantine list",
            "  jobs/shelftally quarantine list --date 2026-11-21 --code BAD_CAPTURE_ID --json",
            "",
            "Exit codes: 0, 64 usage, 65 nothing has run yet, 75 the database is in use."
        })
final class QuarantineListCommand extends ReadingCommand {

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "Of this business date; default: the latest that took its work list.")
    private @Nullable LocalDate date;

    @Option(names = "--source", paramLabel = "S", description = "Of this source alone, such as captures.csv.")
    private @Nullable String source;

    @Option(names = "--code", paramLabel = "C", description = "With this code alone: ${COMPLETION-CANDIDATES}.")
    private @Nullable QuarantineCode code;

    @Option(names = "--all", description = "Also those that were mended or discarded.")
    private boolean all;

    QuarantineListCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        return context.getBean(Review.class)
                .list(Optional.ofNullable(date), Optional.ofNullable(source), Optional.ofNullable(code), all);
    }
}
