package io.shelftally.operations.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a command to start at the end of a run. */
class CommandHooks {

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

    /** What is done with a published night; empty if the command line names nothing. */
    Optional<String> after() {
        return Optional.empty();
    }

    @Nullable
    String onFailure() {
        return onFailure;
    }

    @Nullable
    String onSuccess() {
        return onSuccess;
    }
}
