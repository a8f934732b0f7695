package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.operations.review.Review;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarantine show}. */
@Command(
        name = "show",
        description = "Shows one row in quarantine whole: its text as it came, what its code means, and the remedy.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally quarantine show --date 2026-11-21 captures.csv 29",
            "",
            "Exit codes: 0, 64 usage, 65 nothing stands there, 75 the database is in use."
        })
final class QuarantineShowCommand extends ReadingCommand {

    @Mixin
    private QuarantinePlace place;

    QuarantineShowCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        return context.getBean(Review.class).show(place.date(), place.source(), place.position());
    }
}
