package io.shelftally.operations.cli;

import io.shelftally.calls.collect.Progress;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.job.connections.Tables;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code migrate}: makes the database, or brings its tables up to date. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the database that the settings name, or brings its tables up to date, as nightly does when it starts;",
            "what is up to date is left as it is. Commands that only read do neither."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally migrate",
            "",
            "Needs the settings of the database alone; make a backup before an upgrade. Exit codes: 0 up to date,",
            "  64 usage, 73 cannot write, 75 the database is in use, 77 credentials refused, 78 bad setting."
        })
final class MigrateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private final Launcher launcher;

    MigrateCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = launcher.start(Progress.NONE, DatabaseNeed.MADE)) {
            context.getBean(DataSource.class);
            spec.commandLine()
                    .getOut()
                    .println("the tables are at version " + Tables.NEWEST + ", the newest, in the database "
                            + launcher.database());
        }
        return ExitCode.OK.number();
    }
}
