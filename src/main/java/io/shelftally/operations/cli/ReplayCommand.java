package io.shelftally.operations.cli;

import io.shelftally.console.ConsoleProgress;
import io.shelftally.console.Style;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.job.derivation.RuleSetting;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.operations.replay.ChangedRow;
import io.shelftally.operations.replay.Replay;
import io.shelftally.operations.replay.ReplayReport;
import io.shelftally.operations.replay.ReplayRequest;
import io.shelftally.operations.replay.RuleFile;
import io.shelftally.publication.export.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code replay}: reconciles a published night again from what is stored. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Reconciles a published night again, from the vendors' stored answers: no network, no credentials. By the",
            "rules of the night itself the files must come out byte for byte as they were published; with --settings,",
            "other rules can be tried. Changes nothing that is published, and nothing that later nights rely on."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally replay --date 2026-11-21",
            "  jobs/shelftally replay --date 2026-11-21 --settings strict.properties --diff",
            "  jobs/shelftally replay --date 2026-11-21 --settings strict.properties --out /tmp/strict",
            "",
            "The file of --settings has lines KEY=VALUE, with any of the keys shelftally.matching.variable-weight,",
            "  shelftally.matching.other-reading, shelftally.matching.check-digit, shelftally.matching.nights,",
            "  shelftally.closient.metadata-scan-id, shelftally.closient.metadata-scan-guid, shelftally.pensa.zone, raw-text.",
            "",
            "Exit codes: 0 the same bytes, or other rules were asked for; 65 the night is not published, its answers",
            "  are gone, or it comes out otherwise by the same rules; 73 cannot write; 75 another run is at work;",
            "78 bad setting."
        })
final class ReplayCommand implements Callable<Integer> {

    @Option(
            names = "--date",
            paramLabel = "DATE",
            required = true,
            converter = DateConverter.class,
            description = "Business date of the published night.")
    private LocalDate date;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Rules that are to be others than those the night was made by.")
    private @Nullable Path settings;

    @Option(names = "--diff", description = "Print each row that the other rules change, with its cause.")
    private boolean diff;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Keep the files in this directory, which must be empty or not exist.")
    private @Nullable Path out;

    @Option(
            names = "--json",
            description = "Print JSON; with --diff a line a changed row, and the result as the last line.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    private final Launcher launcher;

    ReplayCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        Map<RuleSetting, String> changes = settings == null ? Map.of() : RuleFile.read(settings);
        ReplayRequest request = new ReplayRequest(date, changes, Optional.ofNullable(out), diff);
        PrintWriter printer = spec.commandLine().getOut();
        ConsoleProgress progress = ShownProgress.start(quiet || rowsGoToATerminal(), "replaying the night of " + date);
        try (ConfigurableApplicationContext context = launcher.quiet(quiet).start(progress, DatabaseNeed.CURRENT)) {
            ReplayReport report = context.getBean(Replay.class).replay(request, printed(printer));
            progress.finish();
            printer.print(text(report));
            printer.flush();
            return (report.isAsExpected() ? ExitCode.OK : ExitCode.BAD_INPUT).number();
        } finally {
            progress.finish();
        }
    }

    /** A line that is refreshed between them would not be readable; they show how far it is. */
    private boolean rowsGoToATerminal() {
        return diff && Style.ofLauncher().columns() > 0;
    }

    private Consumer<ChangedRow> printed(PrintWriter printer) {
        return changed -> printer.print(json ? Json.line(changed.json()) : changed.text() + "\n");
    }

    private String text(ReplayReport report) {
        if (!json) {
            return report.text(Style.ofLauncher());
        }
        return diff ? Json.line(report.json()) : Json.text(report.json());
    }
}
