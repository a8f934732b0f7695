package io.shelftally.operations.cli;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.console.Answer;
import io.shelftally.operations.keeping.Copying;
import io.shelftally.operations.keeping.KeptFile;
import io.shelftally.operations.keeping.Restored;
import io.shelftally.operations.launch.Launcher;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore}: puts a backup into the place of the H2 file. */
@Command(
        name = "restore",
        description = {
            "Puts a backup into the place of the H2 database, while no job runs. It is copied beside it, opened and read,",
            "and takes the place in one instant; until then the database is as it was. The backup stays."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally restore /backup/shelftally-2026-11-21.mv.db",
            "  jobs/shelftally restore /backup/shelftally-2026-11-21.mv.db --force",
            "",
            "A backup of an earlier release is brought up to date by the next start. PostgreSQL has pg_restore.",
            "",
            "Exit codes: 0 done, 64 usage, 65 no backup or a broken one, 73 cannot write or there is a database,",
            "75 a job is at work or stopped by a signal, 78 the database is no H2 file."
        })
final class RestoreCommand extends KeepingCommand {

    @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Replace a database that is there; what it holds is lost.")
    private boolean force;

    RestoreCommand(Launcher launcher, StopSignal stop) {
        super(launcher, stop);
    }

    @Override
    protected Answer answer(KeptFile database, Copying copying) {
        return Restored.from(file, database, force, copying);
    }
}
