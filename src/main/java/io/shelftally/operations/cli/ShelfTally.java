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
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    private static final String SANDBOX = "sandbox";

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
        if (args.length > 0 && args[0].equals(SANDBOX)) {
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
            code = commandLine(stop)
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
        Launcher launcher = new Launcher(stop, settings);
        CommandLine commands = new CommandLine(new ShelfTally(launcher))
                .addSubcommand(new NightlyCommand(launcher))
                .addSubcommand(new PlanCommand(launcher))
                .addSubcommand(new RerunCommand(launcher))
                .addSubcommand(new AbandonCommand(launcher))
                .addSubcommand(new RunsCommand(launcher))
                .addSubcommand(new ShowCommand(launcher))
                .addSubcommand(new NightsCommand(launcher))
                .addSubcommand(new BreaksCommand(launcher))
                .addSubcommand(new CommandLine(new QuarantineCommand())
                        .addSubcommand(new QuarantineListCommand(launcher))
                        .addSubcommand(new QuarantineShowCommand(launcher))
                        .addSubcommand(new QuarantineReplayCommand(launcher))
                        .addSubcommand(new QuarantineDiscardCommand(launcher)))
                .addSubcommand(new ExplainCommand(launcher))
                .addSubcommand(new EvidenceCommand(launcher, System.out))
                .addSubcommand(new ReplayCommand(launcher))
                .addSubcommand(new DiffCommand(launcher))
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new CommandLine(new ConfigCommand()).addSubcommand(new ConfigShowCommand(launcher)))
                .addSubcommand(new DoctorCommand(launcher))
                .addSubcommand(new MigrateCommand(launcher))
                .addSubcommand(new PruneCommand(launcher))
                .addSubcommand(new BackupCommand(launcher, stop))
                .addSubcommand(new RestoreCommand(launcher, stop))
                .addSubcommand(new MoveCommand(launcher, stop))
                .addSubcommand(new DemoCommand())
                .addSubcommand(SANDBOX, new SandboxApplication())
                .addSubcommand(new CompletionCommand())
                .addSubcommand(help())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setExecutionStrategy(parsed -> {
                    launcher.warnTo(parsed.commandSpec().commandLine().getErr());
                    return new RunLast().execute(parsed);
                })
                .setParameterExceptionHandler(Trouble::misused)
                .setExecutionExceptionHandler((trouble, command, result) ->
                        Trouble.tell(command, result.originalArgs(), err -> launcher.failed(trouble, err)));
        HelpPages.in(commands, Style.ofLauncher().columns());
        return commands;
    }

    private static CommandLine help() {
        CommandLine help = new CommandLine(new HelpCommand());
        help.getCommandSpec()
                .usageMessage()
                .description("Tells how a command is used, as its --help does.")
                .header(new String[0])
                .footerHeading("%nExample:%n")
                .footer("  jobs/shelftally help breaks");
        return help;
    }

    /** Without a command: what there is. */
    @Override
    public Integer call() {
        return HelpPages.instead(spec.commandLine());
    }
}
