package io.shelftally.operations.cli;

import io.shelftally.console.ConsoleProgress;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.job.nightly.NightOptions;
import io.shelftally.job.nightly.NightlyRun;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.publication.twins.Twin;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nightly}: runs the night of a date, or resumes it. */
@Command(
        name = "nightly",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the night of a date: reads the work list, asks both vendors, retries failed captures, waits, fetches",
            "the reports, reconciles and publishes. Started again for the same date, it goes on where it ended."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/nightly --captures captures.csv --scans scans.csv --out /srv/shelftally",
            "  jobs/nightly --date 2026-11-21 --captures captures.csv --scans scans.csv --out out --wait 2h",
            "",
            "Vendors, credentials and the database are settings, best given by the environment:",
            "  SHELFTALLY_CLOSIENT_APIKEY, SHELFTALLY_PENSA_BASEURL, SHELFTALLY_PENSA_USERNAME,",
            "  SHELFTALLY_PENSA_ACCESSTOKEN (or ..._CLIENTID and ..._CLIENTSECRET), SPRING_DATASOURCE_URL.",
            "",
            "Exit codes: 0 published, 64 usage, 65 bad input, 69 vendor unavailable or too little covered,",
            "70 unexpected, 73 cannot write, 75 try later, 77 credentials refused, 78 bad setting."
        })
final class NightlyCommand implements Callable<Integer> {

    @Mixin
    private NightArguments night;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Directory of the published files.")
    private Path out;

    @Option(
            names = "--raw-text",
            description = "Leave text cells that a spreadsheet would run as a formula as they are.")
    private boolean rawText;

    @Option(
            names = "--parquet",
            description = "Publish each CSV as Parquet too, the same rows with types (docs/analysts.md).")
    private boolean parquet;

    @Option(names = "--xlsx", description = "Publish reconciled_items.xlsx too, a spreadsheet whose GTINs are text.")
    private boolean xlsx;

    @Option(names = "--quiet", description = "Print nothing but warnings and errors.")
    private boolean quiet;

    @Mixin
    private RunHooks hooks;

    @Spec
    private CommandSpec spec;

    private final Launcher launcher;

    NightlyCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws Exception {
        Told told = new Told(launcher, "nightly", hooks, night.given());
        return told.during(() -> run(told));
    }

    private int run(Told told) throws Exception {
        ConsoleProgress progress = ShownProgress.startRun(quiet, "the night begins");
        try (ConfigurableApplicationContext context = launcher.quiet(quiet).start(progress, DatabaseNeed.MADE)) {
            ShownProgress.logged(progress, launcher);
            told.listen();
            NightOptions options = night.toRun(context.getBean(Clock.class), out, rawText, twins());
            NightlyRun run = context.getBean(NightlyRun.class);
            run.run(options, told);
            progress.finish();
            if (!quiet) {
                spec.commandLine().getOut().print(run.report());
                spec.commandLine().getOut().flush();
            }
            told.published();
        } finally {
            progress.finish();
        }
        return ExitCode.OK.number();
    }

    private Set<Twin> twins() {
        Set<Twin> twins = EnumSet.noneOf(Twin.class);
        if (parquet) {
            twins.add(Twin.PARQUET);
        }
        if (xlsx) {
            twins.add(Twin.XLSX);
        }
        return twins;
    }
}
