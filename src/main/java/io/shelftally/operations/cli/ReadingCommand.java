package io.shelftally.operations.cli;

import io.shelftally.console.Answer;
import io.shelftally.console.ConsoleProgress;
import io.shelftally.console.Style;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.publication.export.Json;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that looks something up in the database and prints it, as a text or as JSON. */
@Command(mixinStandardHelpOptions = true)
abstract class ReadingCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Launcher launcher;

    ReadingCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    /** Throws a ParameterException if the options do not fit together; before the job's beans are started. */
    protected void check() {}

    /** Finds the answer by the job's beans; throws {@link io.shelftally.console.NotFoundException} if there is none. */
    protected abstract Answer answer(ApplicationContext context);

    /** What it needs of the database; one that only looks makes nothing. */
    protected DatabaseNeed need() {
        return DatabaseNeed.CURRENT;
    }

    /** Whether no progress is shown, as where the answer comes at once. */
    protected boolean isQuiet() {
        return true;
    }

    /** The exit code of an answer that was found. */
    protected ExitCode exitCode(Answer answer) {
        return ExitCode.OK;
    }

    @Override
    public final Integer call() {
        check();
        ConsoleProgress progress = ShownProgress.start(isQuiet());
        try (ConfigurableApplicationContext context = launcher.quiet(isQuiet()).start(progress, need())) {
            Answer answer = answer(context);
            progress.finish();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.print(Json.text(answer.json()));
            } else {
                print(answer, out);
            }
            out.flush();
            return exitCode(answer).number();
        } finally {
            progress.finish();
        }
    }

    /** Prints it where no JSON is asked for; one that tells of nothing names the database: it may be the wrong one. */
    protected void print(Answer answer, PrintWriter out) {
        Style style = Style.ofLauncher();
        String text = answer.text(style);
        out.print(style.wrapped(answer.isEmpty() ? text + "in the database " + launcher.database() + "\n" : text));
    }

    /** The command as picocli knows it, for its errors. */
    protected CommandSpec spec() {
        return spec;
    }
}
