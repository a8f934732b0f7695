package io.shelftally.cli;

import io.shelftally.collect.StopSignal;
import io.shelftally.launch.ExitCode;
import io.shelftally.launch.Launcher;
import io.shelftally.launch.Shutdown;
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
        synopsisSubcommandLabel = "COMMAND")
public final class ShelfTally {

    private ShelfTally() {}

    public static void main(String[] args) {
        StopSignal stop = new StopSignal();
        Shutdown.stops(stop);
        int code = commandLine(stop).execute(args);
        Shutdown.finished(code);
        System.exit(code);
    }

    /**
     * The command line; its commands give their exit code and never throw.
     *
     * @param stop ends a running command
     * @param settings such as {@code --shelftally.poll.first=1s}, before those of the environment
     */
    static CommandLine commandLine(StopSignal stop, String... settings) {
        Launcher launcher = new Launcher(stop, settings);
        return new CommandLine(new ShelfTally())
                .addSubcommand(new NightlyCommand(launcher))
                .addSubcommand(new PlanCommand(launcher))
                .addSubcommand(new RunsCommand(launcher))
                .addSubcommand(new ShowCommand(launcher))
                .addSubcommand(new BreaksCommand(launcher))
                .addSubcommand(new CommandLine(new QuarantineCommand())
                        .addSubcommand(new QuarantineListCommand(launcher))
                        .addSubcommand(new QuarantineShowCommand(launcher))
                        .addSubcommand(new QuarantineReplayCommand(launcher))
                        .addSubcommand(new QuarantineDiscardCommand(launcher)))
                .addSubcommand(new VerifyCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(ShelfTally::misused)
                .setExecutionExceptionHandler((trouble, command, result) -> launcher.failed(trouble, command.getErr()));
    }

    private static int misused(ParameterException trouble, String[] args) {
        PrintWriter err = trouble.getCommandLine().getErr();
        err.println("shelftally: " + trouble.getMessage());
        err.println("Try '" + trouble.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.number();
    }
}
