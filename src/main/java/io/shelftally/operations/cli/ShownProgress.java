package io.shelftally.operations.cli;

import io.shelftally.console.ConsoleProgress;
import io.shelftally.console.Terminal;
import io.shelftally.night.run.SteadyClock;
import io.shelftally.operations.launch.Launcher;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The progress of a run on standard error, as the launchers found it. */
final class ShownProgress {

    private static final Logger LOG = LoggerFactory.getLogger(ShownProgress.class);

    private ShownProgress() {}

    /**
     * With a line at once, since what a long command begins with takes a moment.
     *
     * @param first what is going to be done
     */
    static ConsoleProgress start(boolean quiet, String first) {
        ConsoleProgress progress = start(quiet);
        progress.say(first + " ...\n");
        return progress;
    }

    /** Of a run: its first line waits until the settings say where the lines go. */
    static ConsoleProgress startRun(boolean quiet, String first) {
        ConsoleProgress progress = start(quiet);
        progress.sayFirst(first + " ...\n");
        return progress;
    }

    /** From now on, where the log is JSON, what is not refreshed in place is told by it. */
    static void logged(ConsoleProgress progress, Launcher launcher) {
        if (launcher.logsJson()) {
            progress.log(LOG::info);
        }
    }

    static ConsoleProgress start(boolean quiet) {
        return new ConsoleProgress(
                new PrintWriter(System.err, false, StandardCharsets.UTF_8),
                Terminal.ofLauncher(),
                quiet,
                new SteadyClock(ZoneOffset.UTC));
    }
}
