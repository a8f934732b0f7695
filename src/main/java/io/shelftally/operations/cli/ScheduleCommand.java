package io.shelftally.operations.cli;

import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import io.shelftally.job.connections.BadSettingException;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.job.connections.DatabaseUrl;
import io.shelftally.job.connections.H2File;
import io.shelftally.night.run.SessionName;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.operations.launch.Shutdown;
import io.shelftally.operations.scheduling.JobPlan;
import io.shelftally.operations.scheduling.JobProcess;
import io.shelftally.operations.scheduling.KeptInAFile;
import io.shelftally.operations.scheduling.KeptInTheDatabase;
import io.shelftally.operations.scheduling.Plans;
import io.shelftally.operations.scheduling.ScheduleSettings;
import io.shelftally.operations.scheduling.ScheduledWork;
import io.shelftally.operations.settings.SettingNames;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code schedule}: begins the jobs at their times, for as long as it lives. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = {
            "Begins the jobs at their times for as long as it lives, where there is no cron: in a container. Each runs in a",
            "process of its own. What was missed is made up for by one start, and told."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally schedule --next",
            "  jobs/shelftally schedule",
            "",
            "The times and the options are settings, shelftally.schedule.* (jobs/install.md, \"Schedules\").",
            "Exit codes: 0 stopped by a signal while nothing ran, 64 usage, 73 cannot write, 75 stopped amid a job, which",
            "the next start takes up, or another one is at work, 78 bad setting."
        })
final class ScheduleCommand implements Callable<Integer> {

    /** The launchers say where they are. */
    private static final String LAUNCHER = "shelftally.launcher";

    private static final int SHOWN = 5;
    private static final int CONNECTIONS = 4;

    @Option(names = "--next", description = "Show the next five times of each job, and begin none.")
    private boolean next;

    @Spec
    private CommandSpec spec;

    private final Launcher launcher;
    private final StopSignal stop;
    private final Clock wall = Clock.systemUTC();

    ScheduleCommand(Launcher launcher, StopSignal stop) {
        this.launcher = launcher;
        this.stop = stop;
    }

    @Override
    public Integer call() throws Exception {
        ConfigurableEnvironment settings = launcher.settings();
        launcher.warn(settings);
        List<JobPlan> plans = Plans.of(
                Binder.get(settings).bindOrCreate("shelftally.schedule", ScheduleSettings.class), JobZone.of(settings));
        plans.forEach(this::check);
        if (next) {
            spec.commandLine().getOut().print(times(plans));
            spec.commandLine().getOut().flush();
            return ExitCode.OK.number();
        }
        Shutdown.waits(JobProcess.GRACE.plusSeconds(6));
        return (isWholeAtTheEnd(plans, settings) ? ExitCode.OK : ExitCode.TRY_LATER).number();
    }

    private boolean isWholeAtTheEnd(List<JobPlan> plans, ConfigurableEnvironment settings) throws InterruptedException {
        JobProcess process = new JobProcess(place(), config(), stop);
        ScheduledWork work = new ScheduledWork(process, new ToldReports(launcher), stop, wall);
        if (!DatabaseUrl.isPostgresql(settings.getProperty(SettingNames.URL, ""))) {
            return new KeptInAFile(file(settings), work, stop, wall).run(plans);
        }
        Launcher small = launcher.with(SettingNames.POOL, Integer.toString(CONNECTIONS));
        small.warnTo(new PrintWriter(Writer.nullWriter())); // it is warned already
        try (ConfigurableApplicationContext context = small.start(Progress.NONE, DatabaseNeed.MADE)) {
            DataSource dataSource = context.getBean(DataSource.class);
            return new KeptInTheDatabase(dataSource, new SessionName("schedule").text(), work, stop, wall).run(plans);
        }
    }

    /** Beside the database; of one that is no file, in the folder of the data. */
    private static Path file(ConfigurableEnvironment settings) {
        return H2File.of(settings.getProperty(SettingNames.URL, ""))
                .map(database -> database.path()
                        .resolveSibling(
                                database.path().getFileName().toString().replace(H2File.SUFFIX, "") + ".schedule"))
                .orElseGet(() -> Path.of(settings.getProperty("shelftally.home", "var"), "shelftally.schedule"));
    }

    private Path place() {
        return Optional.ofNullable(System.getProperty(LAUNCHER))
                .map(Path::of)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "it starts the jobs by their launcher: use jobs/shelftally schedule"));
    }

    private List<String> config() {
        return launcher.config()
                .map(file -> List.of("--config", file.toString()))
                .orElse(List.of());
    }

    /** Has the command itself read what it is going to be started with: a slip shows now, and not at night. */
    private void check(JobPlan plan) {
        String setting = Plans.optionsOf(plan.job());
        if (plan.options().stream().anyMatch(option -> option.matches("--date(=.*)?"))) {
            throw new BadSettingException(
                    setting + " holds --date, which each start is given by its time: leave it out");
        }
        boolean isOfANight = plan.next(wall.instant(), 1).get(0).date().isPresent();
        List<String> arguments =
                plan.arguments(isOfANight ? Optional.of(LocalDate.EPOCH.withYear(2026)) : Optional.empty());
        try {
            ShelfTally.commandLine(launcher, stop, plan.job().command()).parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new BadSettingException(
                    setting + " is not what " + plan.job().command() + " takes: " + e.getMessage());
        }
    }

    private String times(List<JobPlan> plans) {
        TextTable table = new TextTable("job", "at", "command");
        plans.forEach(plan -> plan.next(wall.instant(), SHOWN)
                .forEach(time -> table.row(
                        plan.job().command(),
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.at()),
                        String.join(" ", plan.arguments(time.date())))));
        return table.text(Style.ofLauncher());
    }
}
