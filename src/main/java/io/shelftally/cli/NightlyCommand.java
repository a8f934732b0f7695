package io.shelftally.cli;

import io.shelftally.collect.StopSignal;
import io.shelftally.nightly.NightOptions;
import io.shelftally.nightly.NightlyRun;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
            "  70 unexpected, 73 cannot write, 75 try later, 77 credentials refused, 78 bad setting."
        })
final class NightlyCommand implements Callable<Integer> {

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "Business date; default: today in the zone of shelftally.zone.")
    private @Nullable LocalDate date;

    @Option(
            names = "--captures",
            paramLabel = "FILE",
            description = "CSV of captures: capture_id, and if known scan_id, store_id.")
    private @Nullable Path captures;

    @Option(
            names = "--scans",
            paramLabel = "FILE",
            description = "CSV of scans: scan_id, and if known store_id, section.")
    private @Nullable Path scans;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Directory of the published files.")
    private Path out;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "30m",
            converter = DurationConverter.class,
            description =
                    "How long to wait for the vendors, such as 90s, 30m, 2h; 0 is one look. Default: ${DEFAULT-VALUE}.")
    private Duration wait;

    @Option(
            names = "--max-retries",
            paramLabel = "N",
            defaultValue = "1",
            description = "Retries of a failed capture in a night. Default: ${DEFAULT-VALUE}.")
    private int maxRetries;

    @Option(names = "--allow-empty", description = "An empty or missing work list is no error.")
    private boolean allowEmpty;

    @Option(
            names = "--raw-text",
            description = "Leave text cells that a spreadsheet would run as a formula as they are.")
    private boolean rawText;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    private final StopSignal stop;
    private final String[] settings;

    NightlyCommand(StopSignal stop, String... settings) {
        this.stop = stop;
        this.settings = settings;
    }

    @Override
    public Integer call() throws Exception {
        if (maxRetries < 0) {
            throw new ParameterException(spec.commandLine(), "--max-retries must be 0 or more, not " + maxRetries);
        }
        ConsoleProgress progress = ConsoleProgress.on(System.err, quiet);
        try (ConfigurableApplicationContext context = JobContext.start(stop, progress, settings)) {
            NightlyRun run = context.getBean(NightlyRun.class);
            run.run(
                    options(context.getBean(Clock.class)),
                    trouble -> ExitCode.of(trouble).number());
            progress.finish();
            spec.commandLine().getOut().print(run.report());
            spec.commandLine().getOut().flush();
        } finally {
            progress.finish();
        }
        return ExitCode.OK.number();
    }

    private NightOptions options(Clock clock) {
        return new NightOptions(
                date == null ? LocalDate.now(clock) : date,
                Optional.ofNullable(captures),
                Optional.ofNullable(scans),
                out,
                wait,
                maxRetries,
                allowEmpty,
                rawText);
    }
}
