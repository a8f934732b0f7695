package io.shelftally.operations.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The same for a command that publishes: what is done with a night then. */
final class RunHooks extends CommandHooks {

    @Option(
            names = "--after",
            paramLabel = "COMMAND",
            description = "Start this command of the shell once the night is published, such as an upload.")
    private @Nullable String after;

    @Override
    Optional<String> after() {
        return Optional.ofNullable(after);
    }
}
