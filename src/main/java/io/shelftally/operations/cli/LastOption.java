package io.shelftally.operations.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --last}, of commands that list the newest first. */
final class LastOption {

    private int last;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    void last(int number) {
        last = WholeNumber.atLeast(1, number, "--last", command);
    }

    int number() {
        return last;
    }
}
