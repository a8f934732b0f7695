package io.shelftally.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line: finds the command, runs it, and turns its end into an exit code. */
@Command(
        name = "shelftally",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Reconciles barcode captures (Closient) with shelf scans (Pensa), night by night.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = NightlyCommand.class)
public final class ShelfTally {

    private ShelfTally() {}

    public static void main(String[] args) {
        int code = run(args);
        Shutdown.finished(code);
        System.exit(code);
    }

    /** Runs a command; gives its exit code and never throws. */
    static int run(String... args) {
        return new CommandLine(new ShelfTally())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(ShelfTally::misused)
                .setExecutionExceptionHandler((trouble, command, result) -> Failure.report(trouble, command.getErr()))
                .execute(args);
    }

    private static int misused(ParameterException trouble, String[] args) {
        PrintWriter err = trouble.getCommandLine().getErr();
        err.println("shelftally: " + trouble.getMessage());
        err.println("Try '" + trouble.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.number();
    }
}
