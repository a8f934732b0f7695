package io.shelftally.operations.cli;

import io.shelftally.calls.collect.Progress;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.job.planning.NightPlan;
import io.shelftally.job.planning.PlanOptions;
import io.shelftally.job.planning.PlanRun;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plan}: says what a run would do, and does none of it. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Says what nightly would do with the same options: how many calls of which kind, how long, and what will",
            "be deferred for want of quota. Calls no vendor, publishes nothing, and leaves the night as it is."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally plan --captures captures.csv --scans scans.csv",
            "  jobs/shelftally plan --date 2026-11-21 --captures captures.csv --scans scans.csv --json",
            "",
            "Settings are those of nightly; so are the exit codes: 65 bad input, 75 another run is at work, 78 bad setting."
        })
final class PlanCommand implements Callable<Integer> {

    @Mixin
    private NightArguments night;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Launcher launcher;

    PlanCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = launcher.start(Progress.NONE, DatabaseNeed.CURRENT)) {
            PlanOptions options = night.toPlan(context.getBean(Clock.class));
            NightPlan plan = context.getBean(PlanRun.class).plan(options);
            spec.commandLine().getOut().print(json ? plan.json() : plan.text());
            spec.commandLine().getOut().flush();
        }
        return ExitCode.OK.number();
    }
}
