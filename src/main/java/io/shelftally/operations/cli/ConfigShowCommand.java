package io.shelftally.operations.cli;

import io.shelftally.console.Style;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.operations.settings.SettingList;
import io.shelftally.publication.export.Json;
import java.util.concurrent.Callable;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code config show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Prints every setting in force with its value and where that comes from: a variable, a file and its line, or the",
            "defaults. Secrets are not shown. Whether a value can be used, doctor tells."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally config show",
            "  jobs/shelftally config show --config /etc/shelftally/shelftally.properties --json",
            "",
            "Opens no database and calls nobody. Exit codes: 0, 64 usage, 78 a file of settings cannot be read."
        })
final class ConfigShowCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Launcher launcher;

    ConfigShowCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        ConfigurableEnvironment settings = launcher.settings();
        launcher.warn(settings);
        SettingList list = SettingList.of(settings);
        spec.commandLine().getOut().print(json ? Json.text(list.json()) : list.text(Style.ofLauncher()));
        spec.commandLine().getOut().flush();
        return ExitCode.OK.number();
    }
}
