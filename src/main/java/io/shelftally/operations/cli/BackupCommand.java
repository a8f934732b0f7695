package io.shelftally.operations.cli;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.console.Answer;
import io.shelftally.operations.keeping.Backup;
import io.shelftally.operations.keeping.Copying;
import io.shelftally.operations.keeping.KeptFile;
import io.shelftally.operations.launch.Launcher;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup}: copies the H2 file while no job runs. */
@Command(
        name = "backup",
        description = {
            "Backs the H2 database up into a file, while no job runs. The copy is opened and read before it takes its",
            "place, which it does whole or not at all. PostgreSQL has pg_dump for it, at any time."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally backup /backup/shelftally-2026-11-21.mv.db",
            "",
            "The published files are copied by any means, at any time. The tables stay as they are, so that the backup",
            "before an upgrade may be made by either application.",
            "",
            "Exit codes: 0 done, 64 usage, 65 there is no database, 73 cannot write or the database is broken,",
            "75 a job is at work or stopped by a signal, 78 the database is no H2 file."
        })
final class BackupCommand extends KeepingCommand {

    @Parameters(index = "0", paramLabel = "FILE", description = "The backup, which must not be there yet.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    BackupCommand(Launcher launcher, StopSignal stop) {
        super(launcher, stop);
    }

    @Override
    protected Answer answer(KeptFile database, Copying copying) {
        return Backup.make(database, file, force, copying);
    }
}
