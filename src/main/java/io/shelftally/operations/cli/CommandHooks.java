package io.shelftally.operations.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a command to start at the end of a run. */
final class CommandHooks {

    @Option(
            names = "--on-failure",
            paramLabel = "COMMAND",
            description = "Start this command of the shell if the run fails (jobs/told.md).")
    private @Nullable String onFailure;

    @Option(
            names = "--on-success",
            paramLabel = "COMMAND",
            description = "Start this command of the shell if it does not.")
    private @Nullable String onSuccess;

    @Nullable
    String onFailure() {
        return onFailure;
    }

    @Nullable
    String onSuccess() {
        return onSuccess;
    }
}
