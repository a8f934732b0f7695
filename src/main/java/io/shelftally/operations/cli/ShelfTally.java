package io.shelftally.operations.cli;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.console.Style;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.operations.launch.Shutdown;
import io.shelftally.proof.sandbox.SandboxApplication;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: finds the command, runs it, and turns its end into an exit code. */
@Command(
        name = "shelftally",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Reconciles barcode captures (Closient) with shelf scans (Pensa), night by night.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally nightly --captures captures.csv --scans scans.csv --out /srv/shelftally",
            "  jobs/shelftally doctor --out /srv/shelftally",
            "  jobs/shelftally verify /srv/shelftally/latest",
            "",
            "Each command tells more with --help; the runbook is jobs/README.md."
        })
public final class ShelfTally implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private final Launcher launcher;

    private ShelfTally(Launcher launcher) {
        this.launcher = launcher;
    }

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Read this file of settings, and no other.")
    void config(Path file) {
        launcher.config(file);
    }

    /** The sandbox has a process and an end of its own; what libraries tell is told in English. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        if (args.length > 0 && args[0].equals(Commands.SANDBOX)) {
            SandboxApplication.main(Arrays.copyOfRange(args, 1, args.length));
        } else {
            run(args);
        }
    }

    private static void run(String[] args) {
        StopSignal stop = new StopSignal();
        Shutdown.stops(stop);
        int code = ExitCode.UNEXPECTED.number();
        try {
            code = commandLine(new Launcher(stop), stop, args.length == 0 ? "" : args[0])
                    .setOut(utf8(System.out))
                    .setErr(utf8(System.err))
                    .execute(args);
        } finally { // of an error of Java too, such as that memory is short
            Shutdown.finished(code);
        }
        System.exit(code);
    }

    /** Whatever the locale: scripts read both, as JSON or as lines. */
    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /**
     * The command line; its commands give their exit code and never throw.
     *
     * @param stop ends a running command
     * @param settings such as {@code --shelftally.poll.first=1s}, before those of the environment
     */
    static CommandLine commandLine(StopSignal stop, String... settings) {
        return commandLine(new Launcher(stop, settings), stop, "");
    }

    /** @param first word of the command line, by which no other command than its own is built if it names one */
    static CommandLine commandLine(Launcher launcher, StopSignal stop, String first) {
        CommandLine commands = new CommandLine(new ShelfTally(launcher));
        new Commands(launcher, stop).addTo(commands, first);
        commands.setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(int.class, new WholeNumber.Small())
                .registerConverter(Integer.class, new WholeNumber.Small())
                .registerConverter(long.class, new WholeNumber.Large())
                .registerConverter(Long.class, new WholeNumber.Large())
                .setExpandAtFiles(false)
                .setExecutionStrategy(parsed -> {
                    launcher.warnTo(parsed.commandSpec().commandLine().getErr());
                    launcher.command(command(parsed));
                    return new RunLast().execute(parsed);
                })
                .setParameterExceptionHandler(Trouble::misused)
                .setExecutionExceptionHandler((trouble, command, result) ->
                        Trouble.tell(command, result.originalArgs(), err -> launcher.failed(trouble, err)));
        HelpPages.in(commands, Style.ofLauncher().columns());
        return commands;
    }

    /** The first word of the command that was given, such as {@code quarantine}. */
    private static String command(ParseResult parsed) {
        return parsed.hasSubcommand() ? parsed.subcommand().commandSpec().name() : "help";
    }

    /** Without a command: what there is. */
    @Override
    public Integer call() {
        return HelpPages.instead(spec.commandLine());
    }
}
