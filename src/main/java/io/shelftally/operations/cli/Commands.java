package io.shelftally.operations.cli;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.proof.sandbox.SandboxApplication;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** The commands by name. To read the options of all of them takes a tenth of a second, so that one that is named comes alone. */
final class Commands {

    static final String SANDBOX = "sandbox";

    private static final String HELP = "help";
    private static final String COMPLETION = "completion";

    /** What these print is of the others. */
    private static final Set<String> OF_ALL = Set.of(HELP, COMPLETION);

    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

    Commands(Launcher launcher, StopSignal stop) {
        commands.put("nightly", () -> new NightlyCommand(launcher));
        commands.put("plan", () -> new PlanCommand(launcher));
        commands.put("rerun", () -> new RerunCommand(launcher));
        commands.put("work", () -> new WorkCommand(launcher));
        commands.put("workers", () -> new WorkersCommand(launcher));
        commands.put("abandon", () -> new AbandonCommand(launcher));
        commands.put("runs", () -> new RunsCommand(launcher));
        commands.put("show", () -> new ShowCommand(launcher));
        commands.put("nights", () -> new NightsCommand(launcher));
        commands.put("breaks", () -> new BreaksCommand(launcher));
        commands.put("quarantine", () -> quarantine(launcher));
        commands.put("explain", () -> new ExplainCommand(launcher));
        commands.put("evidence", () -> new EvidenceCommand(launcher, System.out));
        commands.put("replay", () -> new ReplayCommand(launcher));
        commands.put("diff", () -> new DiffCommand(launcher));
        commands.put("site", () -> new SiteCommand(launcher));
        commands.put("verify", VerifyCommand::new);
        commands.put(
                "config", () -> new CommandLine(new ConfigCommand()).addSubcommand(new ConfigShowCommand(launcher)));
        commands.put("doctor", () -> new DoctorCommand(launcher));
        commands.put("watch", () -> new WatchCommand(launcher));
        commands.put("schedule", () -> new ScheduleCommand(launcher, stop));
        commands.put("migrate", () -> new MigrateCommand(launcher));
        commands.put("prune", () -> new PruneCommand(launcher));
        commands.put("backup", () -> new BackupCommand(launcher, stop));
        commands.put("restore", () -> new RestoreCommand(launcher, stop));
        commands.put("move", () -> new MoveCommand(launcher, stop));
        commands.put("demo", DemoCommand::new);
        commands.put(SANDBOX, SandboxApplication::new);
        commands.put(COMPLETION, CompletionCommand::new);
        commands.put(HELP, Commands::help);
    }

    /** @param first word of the command line; empty, or another word than a command's, for all of them */
    void addTo(CommandLine line, String first) {
        boolean isAlone = commands.containsKey(first) && !OF_ALL.contains(first);
        commands.forEach((name, command) -> {
            if (!isAlone || name.equals(first)) {
                line.addSubcommand(name, command.get());
            }
        });
    }

    private static CommandLine quarantine(Launcher launcher) {
        return new CommandLine(new QuarantineCommand())
                .addSubcommand(new QuarantineListCommand(launcher))
                .addSubcommand(new QuarantineShowCommand(launcher))
                .addSubcommand(new QuarantineReplayCommand(launcher))
                .addSubcommand(new QuarantineDiscardCommand(launcher));
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
}
