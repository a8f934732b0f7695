package io.shelftally.operations.cli;

import io.shelftally.calls.collect.Progress;
import io.shelftally.console.ConsoleProgress;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.job.nightly.RerunRun;
import io.shelftally.job.planning.RerunPlan;
import io.shelftally.job.planning.RerunPlans;
import io.shelftally.job.reruns.RerunOptions;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.publication.export.Json;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rerun}: asks again about chosen items of nights that were taken, and publishes what changes. */
@Command(
        name = "rerun",
        mixinStandardHelpOptions = true,
        description = {
            "Asks again about captures and scans of a night that was published: those",
            "that failed, are still open, or are named. Then the whole night is",
            "reconciled, and published if a file changes. Reads no work list."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally rerun --date 2026-11-21 --failed --open --dry-run",
            "  jobs/shelftally rerun --date 2026-11-21 --failed",
            "  jobs/shelftally rerun --date 2026-11-21 --scans 40101 --captures @ids.txt",
            "  jobs/shelftally rerun --from 2026-11-18 --to 2026-11-21 --store S01 --open",
            "",
            "--failed, --open and --outcome add up, and so do --scans and --captures;",
            "these two groups, --verdict and --store narrow each other down. Without any",
            "of them all of the night is selected. What is settled costs no call; what",
            "failed is asked again each time. Started again after a failure, it goes on.",
            "",
            "Settings are those of nightly; so are the exit codes: 0 done, 64 usage, 65 no",
            "such night or id, 69 vendor unavailable, 70 unexpected, 73 cannot write,",
            "75 try later, 77 credentials refused, 78 bad setting."
        })
final class RerunCommand implements Callable<Integer> {

    private static final int MOST_NAMED = 10;

    @Mixin
    private RerunArguments rerun;

    @Option(names = "--dry-run", description = "Say what is selected and which calls it costs; make none.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the figures of --dry-run as JSON.")
    private boolean json;

    @Option(names = "--quiet", description = "Print nothing but warnings and errors.")
    private boolean quiet;

    @Mixin
    private RunHooks hooks;

    @Spec
    private CommandSpec spec;

    private final Launcher launcher;

    RerunCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws Exception {
        if (json && !dryRun) {
            throw new ParameterException(spec.commandLine(), "--json goes with --dry-run");
        }
        RerunOptions options = rerun.options();
        if (dryRun) {
            plan(options);
        } else {
            Told told = new Told(launcher, "rerun", hooks, Optional.of(options.from()));
            told.during(() -> run(options, told));
        }
        return ExitCode.OK.number();
    }

    private void plan(RerunOptions options) {
        try (ConfigurableApplicationContext context = launcher.start(Progress.NONE, DatabaseNeed.CURRENT)) {
            rerun.checkDates(options, context.getBean(Clock.class));
            List<LocalDate> nights = context.getBean(RerunRun.class).nights(options);
            RerunPlans plans = context.getBean(RerunPlans.class);
            List<RerunPlan> all =
                    nights.stream().map(night -> plans.plan(night, options)).toList();
            if (json) {
                print(Json.text(all.stream().map(RerunPlan::figures).toList()));
            } else {
                print(skipped(options, nights)
                        + all.stream().map(RerunPlan::text).collect(Collectors.joining()));
            }
        }
    }

    private int run(RerunOptions options, Told told) throws Exception {
        ConsoleProgress progress = ShownProgress.startRun(quiet, "the rerun begins");
        try (ConfigurableApplicationContext context = launcher.quiet(quiet).start(progress, DatabaseNeed.THERE)) {
            ShownProgress.logged(progress, launcher);
            told.listen();
            rerun.checkDates(options, context.getBean(Clock.class));
            RerunRun run = context.getBean(RerunRun.class);
            List<LocalDate> nights = run.nights(options);
            tell(skipped(options, nights));
            for (int i = 0; i < nights.size(); i++) {
                String report = run(run, nights.subList(i, nights.size()), options, told);
                progress.finish();
                tell(report);
                told.published();
            }
            return ExitCode.OK.number();
        } finally {
            progress.finish();
        }
    }

    private void tell(String lines) {
        if (!quiet) {
            print(lines);
        }
    }

    /** Runs the first of the nights that are left. */
    private String run(RerunRun run, List<LocalDate> left, RerunOptions options, Told told) throws Exception {
        try {
            return run.run(left.get(0), options, told);
        } catch (Exception e) {
            if (left.size() > 1) {
                spec.commandLine()
                        .getErr()
                        .println("shelftally: the rerun ended at " + left.get(0) + "; left are " + named(left)
                                + ". The same command with --from " + left.get(0) + " goes on.");
            }
            throw e;
        }
    }

    private static String skipped(RerunOptions options, List<LocalDate> nights) {
        List<LocalDate> skipped = new ArrayList<>(
                options.from().datesUntil(options.to().plusDays(1)).toList());
        skipped.removeAll(nights);
        return skipped.isEmpty() ? "" : "Skipped, because no such night was published: " + named(skipped) + "\n";
    }

    private static String named(List<LocalDate> dates) {
        String first = dates.stream().limit(MOST_NAMED).map(LocalDate::toString).collect(Collectors.joining(", "));
        return dates.size() <= MOST_NAMED ? first : first + " and " + (dates.size() - MOST_NAMED) + " more";
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }
}
