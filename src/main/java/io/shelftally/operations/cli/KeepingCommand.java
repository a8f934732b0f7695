package io.shelftally.operations.cli;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.console.Answer;
import io.shelftally.console.ConsoleProgress;
import io.shelftally.console.Style;
import io.shelftally.operations.keeping.Copying;
import io.shelftally.operations.keeping.KeptFile;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.publication.export.Json;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command on the database's file as such: it is not opened, so that its tables stay as they are. */
@Command(mixinStandardHelpOptions = true)
abstract class KeepingCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    private final Launcher launcher;
    private final StopSignal stop;

    KeepingCommand(Launcher launcher, StopSignal stop) {
        this.launcher = launcher;
        this.stop = stop;
    }

    protected abstract Answer answer(KeptFile database, Copying copying);

    @Override
    public final Integer call() {
        KeptFile database = KeptFile.of(launcher.settings());
        ConsoleProgress progress = ShownProgress.start(quiet);
        try {
            Answer answer = answer(database, new Copying(progress, stop));
            progress.finish();
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? Json.text(answer.json()) : answer.text(Style.ofLauncher()));
            out.flush();
            return ExitCode.OK.number();
        } finally {
            progress.finish();
        }
    }
}
