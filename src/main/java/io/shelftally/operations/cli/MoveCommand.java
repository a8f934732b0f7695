package io.shelftally.operations.cli;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.console.ConsoleProgress;
import io.shelftally.console.Style;
import io.shelftally.intake.worklist.BadInputException;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.job.connections.DatabaseUrl;
import io.shelftally.operations.keeping.Copying;
import io.shelftally.operations.keeping.KeptFile;
import io.shelftally.operations.keeping.Move;
import io.shelftally.operations.keeping.MoveReport;
import io.shelftally.operations.keeping.ReplayedThere;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.operations.replay.Replay;
import io.shelftally.operations.replay.ReplayRequest;
import io.shelftally.publication.export.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code move}: takes everything from the H2 file of the settings to PostgreSQL. */
@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        description = {
            "Copies the H2 database of the settings to PostgreSQL: every row of every table, in one transaction. They are",
            "read back and compared, and the latest published night is replayed there, whose bytes must be those that",
            "were published. The H2 database stays as it is; nothing is moved into tables that hold rows."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally move --to jdbc:postgresql://127.0.0.1:5432/shelftally --username shelftally"
                    + " --password-file /etc/shelftally/secrets/spring.datasource.password",
            "",
            "Make the role and the database before (docs/operations.md, \"PostgreSQL\"). A move that was stopped or killed",
            "leaves tables without rows, and is simply started again.",
            "",
            "Exit codes: 0 done, 64 usage, 65 there is no database or its night is not the same there, 73 there are rows",
            "or it cannot write, 75 a job is at work or stopped by a signal, 77 password refused, 78 bad setting."
        })
final class MoveCommand implements Callable<Integer> {

    private static final String URL = "spring.datasource.url";

    @Spec
    private CommandSpec spec;

    private String to = "";

    @Option(names = "--username", paramLabel = "NAME", description = "PostgreSQL's role, unless the URL names it.")
    private @Nullable String username;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file that holds its password, and nothing else but a line end.")
    private @Nullable Path passwordFile;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    private final Launcher launcher;
    private final StopSignal stop;

    MoveCommand(Launcher launcher, StopSignal stop) {
        this.launcher = launcher;
        this.stop = stop;
    }

    @Option(
            names = "--to",
            paramLabel = "URL",
            required = true,
            description = "The database of PostgreSQL, such as jdbc:postgresql://host:5432/shelftally.")
    void to(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--to must be a URL that begins with jdbc:postgresql:, not \"" + DatabaseUrl.name(url) + "\"");
        }
        to = url;
    }

    @Override
    public Integer call() throws SQLException {
        KeptFile from = KeptFile.of(launcher.settings());
        if (!from.exists()) {
            throw new BadInputException("there is no database " + from + " (" + URL + ") to move");
        }
        Launcher target = target();
        ConsoleProgress progress = ShownProgress.start(quiet, "opening both databases");
        try {
            bringUpToDate(from, progress);
            MoveReport report = move(from, target, progress);
            progress.finish();
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? Json.text(report.json()) : report.text(Style.ofLauncher()));
            out.flush();
            return (report.isWell() ? ExitCode.OK : ExitCode.BAD_INPUT).number();
        } finally {
            progress.finish();
        }
    }

    /** As every start does. */
    private void bringUpToDate(KeptFile from, ConsoleProgress progress) throws SQLException {
        if (from.isOutdated()) {
            try (ConfigurableApplicationContext source = launcher.start(progress, DatabaseNeed.THERE)) {
                source.getBean(DataSource.class);
            }
        }
    }

    private MoveReport move(KeptFile from, Launcher launched, ConsoleProgress progress) throws SQLException {
        try (ConfigurableApplicationContext target = launched.start(progress, DatabaseNeed.MADE)) {
            Move.Moved moved;
            try (Connection h2 = from.open();
                    Connection postgresql = target.getBean(DataSource.class).getConnection()) {
                moved = Move.all(h2, postgresql, new Copying(progress, stop));
            }
            return new MoveReport(from.toString(), DatabaseUrl.name(to), moved, replayed(moved, target));
        }
    }

    private static ReplayedThere replayed(Move.Moved moved, ApplicationContext target) {
        return moved.latest()
                .map(date -> target.getBean(Replay.class)
                        .replay(new ReplayRequest(date, Map.of(), Optional.empty(), false), changed -> {}))
                .map(report -> report.isKnown() && !report.isAsExpected()
                        ? ReplayedThere.DIFFERENT
                        : report.isKnown() ? ReplayedThere.SAME : ReplayedThere.UNKNOWN)
                .orElse(ReplayedThere.NONE);
    }

    private Launcher target() {
        return launcher.with(URL, to)
                .with("spring.datasource.username", username == null ? "" : username)
                .with("spring.datasource.password", passwordFile == null ? "" : password(passwordFile));
    }

    private String password(Path file) {
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "--password-file " + file + " cannot be read");
        }
    }
}
