package io.shelftally.operations.cli;

import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.job.workers.Worker;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code work}: takes part in whatever run is at work, until it is stopped. */
@Command(
        name = "work",
        mixinStandardHelpOptions = true,
        description = {
            "Takes part in whatever run is at work.",
            "It collects, and derives the rows of scans. It waits when no run is at work, until it is stopped (SIGTERM); then",
            "it puts down what it has in hand, within 10 s. It can be started on any machine that reaches the database and",
            "the vendors, before, during and after a run, as often as wanted."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/worker",
            "  jobs/shelftally work --quiet",
            "",
            "Needs the settings of the vendors and of the database, which is PostgreSQL; it reads no work list and writes",
            "no file. Who is there: jobs/shelftally workers. Exit codes: 0 stopped, 64 usage, 70 unexpected,",
            "73 no tables yet, 75 the database is not there, 77 credentials refused, 78 bad setting."
        })
final class WorkCommand implements Callable<Integer> {

    @Option(names = "--quiet", description = "Print nothing but warnings and errors.")
    private boolean quiet;

    private final Launcher launcher;

    WorkCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws Exception {
        try (ConfigurableApplicationContext context =
                launcher.quiet(quiet).start(Progress.NONE, DatabaseNeed.CURRENT)) {
            context.getBean(Worker.class).run(context.getBean(StopSignal.class));
        }
        return ExitCode.OK.number();
    }
}
