package io.shelftally.operations.cli;

import io.shelftally.console.ConsoleProgress;
import io.shelftally.console.Terminal;
import io.shelftally.night.run.SteadyClock;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/** The progress of a run on standard error, as the launchers found it. */
final class ShownProgress {

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

    static ConsoleProgress start(boolean quiet) {
        return new ConsoleProgress(
                new PrintWriter(System.err, false, StandardCharsets.UTF_8),
                Terminal.ofLauncher(),
                quiet,
                new SteadyClock(ZoneOffset.UTC));
    }
}
