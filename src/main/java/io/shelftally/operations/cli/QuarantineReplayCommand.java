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

/** {@code quarantine replay}. */
@Command(
        name = "replay",
        description = {
            "Judges a row of a work list again, as it came or as mended by --as. A good one takes its place in the night when",
            "the date is run again, and is no longer in quarantine. Of rows that conflict, replay the one to keep."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally quarantine replay --date 2026-11-21 captures.csv 29 --as 'Ab2cD3eF4gH5jK6mN7pQ8r,40101,0412'",
            "  jobs/shelftally quarantine replay --date 2026-11-21 scans.csv 12",
            "",
            "--as is one line of CSV, whatever the columns of the file are: capture_id,scan_id,store_id for captures, and",
            "scan_id,store_id,section for scans; what is optional at the end may be left out.",
            "",
            "Exit codes: 0 mended, 64 usage, 65 the row is bad or not there, 75 a run is at work."
        })
final class QuarantineReplayCommand extends ReadingCommand {

    @Mixin
    private QuarantinePlace place;

    @Option(names = "--as", paramLabel = "LINE", description = "The mended row, in the order of columns below.")
    private @Nullable String as;

    QuarantineReplayCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    protected DatabaseNeed need() {
        return DatabaseNeed.THERE;
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        return context.getBean(Review.class).replay(place.date(), place.source(), place.position(), as);
    }
}
