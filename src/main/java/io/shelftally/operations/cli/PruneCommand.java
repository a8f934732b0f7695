package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.operations.retention.PruneOptions;
import io.shelftally.operations.retention.Pruning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code prune}: deletes what is old, and never what a later night needs. */
@Command(
        name = "prune",
        description = {
            "Deletes what is of nights more than N days before today: published files, rows, answers of the vendors, and",
            "history. The latest published night stays, and what an open capture, scan or break needs. The nights to",
            "come are the same as without it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally prune --keep-days 90 --dry-run",
            "  jobs/shelftally prune --keep-days 90",
            "",
            "A prune that was stopped or killed is finished by the next one. It runs under the lease of the nights.",
            "Exit codes: 0 done, 64 usage, 73 cannot write, 75 another run is at work or stopped by a signal."
        })
final class PruneCommand extends ReadingCommand {

    private int keepDays;

    @Option(names = "--dry-run", description = "Tell what would be deleted, and delete nothing.")
    private boolean dryRun;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Directory of the published files; default: each that the database knows.")
    private @Nullable Path out;

    PruneCommand(Launcher launcher) {
        super(launcher);
    }

    @Option(
            names = "--keep-days",
            paramLabel = "N",
            required = true,
            description = "Nights of the N days before today stay; 1 or more.")
    void keepDays(int days) {
        if (days < 1) {
            throw new ParameterException(spec().commandLine(), "--keep-days must be 1 or more, not " + days);
        }
        keepDays = days;
    }

    @Override
    protected void check() {
        if (out != null && !Files.isDirectory(out)) {
            throw new ParameterException(spec().commandLine(), "--out: \"" + out + "\" is not a directory");
        }
    }

    @Override
    protected DatabaseNeed need() {
        return dryRun ? DatabaseNeed.CURRENT : DatabaseNeed.THERE;
    }

    @Override
    protected Answer answer(ApplicationContext context) {
        return context.getBean(Pruning.class).prune(new PruneOptions(keepDays, dryRun, Optional.ofNullable(out)));
    }
}
