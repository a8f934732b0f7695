package io.shelftally.operations.cli;

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
        description = "Prints a script that lets bash or zsh complete commands and options.",
        footerHeading = "%nInstall it:%n",
        footer = {
            "  bash, for now:    source <(jobs/shelftally completion)",
            "  bash, for good:   jobs/shelftally completion > ~/.local/share/bash-completion/completions/shelftally",
            "  zsh:              jobs/shelftally completion > ~/.shelftally-completion",
            "                    echo 'autoload -U +X compinit && compinit && source ~/.shelftally-completion' >> ~/.zshrc",
            "",
            "Print it again after an upgrade. It completes shelftally by whatever path it is called, such as",
            "jobs/shelftally."
        })
final class CompletionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine whole = spec.root().commandLine();
        spec.commandLine().getOut().print(AutoComplete.bash(whole.getCommandName(), whole));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
