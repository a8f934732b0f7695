package io.shelftally.operations.cli;

import io.shelftally.console.Style;
import io.shelftally.console.Terminal;
import io.shelftally.night.run.SteadyClock;
import io.shelftally.operations.checkup.Checkup;
import io.shelftally.operations.checkup.CheckupReport;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.publication.export.Json;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: examines whether a night could run. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Examines all that a night needs, and tells what is wrong and what to do: every setting, the shape of the",
            "credentials, the clock, the database, the disk, the way to both vendors, Pensa's token, and what Closient says",
            "of the API key. Changes nothing, but that it counts its one call."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally doctor --out /srv/shelftally",
            "  jobs/shelftally doctor --json",
            "",
            "Each vendor gets one HEAD request without a secret. Closient is asked whose the key is, which is one call of",
            "its quota. With a client id and secret, one token is obtained from Pensa. No secret is shown.",
            "",
            "Exit codes: 0 nothing failed, else that of the first failure: 78 setting, 77 credentials, 73 database or",
            "  disk, 69 vendor unavailable; 64 usage."
        })
final class DoctorCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Directory of the published files; default: that of the latest night, if the database knows it.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Launcher launcher;

    DoctorCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        ShownProgress.start(
                        json || Terminal.ofLauncher().equals(Terminal.NONE), "examining settings, database and vendors")
                .finish();
        CheckupReport report =
                new Checkup(Optional.ofNullable(out), new SteadyClock(ZoneOffset.UTC)).report(launcher::settings);
        spec.commandLine().getOut().print(json ? Json.text(report.json()) : report.text(Style.ofLauncher()));
        spec.commandLine().getOut().flush();
        return report.exitCode().number();
    }
}
