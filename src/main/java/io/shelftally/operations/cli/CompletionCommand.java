package io.shelftally.operations.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: prints what lets a shell complete commands and options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints what lets bash or zsh complete commands and options.",
        footerHeading = "%nInstall it:%n",
        footer = {
            "  bash, for now:    source <(jobs/shelftally completion)",
            "  bash, for good:   jobs/shelftally completion > ~/.local/share/bash-completion/completions/shelftally",
            "  zsh:              jobs/shelftally completion > ~/.shelftally-completion",
            "                    echo 'autoload -U +X compinit && compinit && source ~/.shelftally-completion' >> ~/.zshrc",
            "",
            "Print it again after an upgrade. It completes shelftally, nightly, demo and sandbox by whatever path they are",
            "called, such as jobs/shelftally."
        })
final class CompletionCommand implements Callable<Integer> {

    /** Those of jobs/ that are a command of the same name, given without shelftally. */
    private static final List<String> LAUNCHERS = List.of("nightly", "demo", "sandbox");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine whole = spec.root().commandLine();
        spec.commandLine().getOut().print(AutoComplete.bash(whole.getCommandName(), whole));
        for (String launcher : LAUNCHERS) {
            spec.commandLine()
                    .getOut()
                    .print(AutoComplete.bash(launcher, whole.getSubcommands().get(launcher)));
        }
        spec.commandLine().getOut().flush();
        return 0;
    }
}
