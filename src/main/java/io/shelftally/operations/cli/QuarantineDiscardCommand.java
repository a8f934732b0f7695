package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.operations.review.Review;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarantine discard}. */
@Command(
        name = "discard",
        description = "Marks a row in quarantine as handled: list leaves it out from then on, quarantine.csv keeps it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally quarantine discard --date 2026-11-21 captures.csv 30 --note 'till was in training mode'",
            "",
            "Exit codes: 0, 64 usage, 65 nothing stands there, 75 a run is at work."
        })
final class QuarantineDiscardCommand extends ReadingCommand {

    @Mixin
    private QuarantinePlace place;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why, for those who look later.")
    private @Nullable String note;

    QuarantineDiscardCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    protected DatabaseNeed need() {
        return DatabaseNeed.THERE;
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        return context.getBean(Review.class).discard(place.date(), place.source(), place.position(), note);
    }
}
