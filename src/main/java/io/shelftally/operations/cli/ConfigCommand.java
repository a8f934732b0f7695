package io.shelftally.operations.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code config}: a word for what is done with settings. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Shows the settings in force and where each comes from.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {"  jobs/shelftally config show", "", "Each command tells more with --help."})
final class ConfigCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return HelpPages.instead(spec.commandLine());
    }
}
