package io.shelftally.operations.cli;

import io.shelftally.calls.collect.StopSignal;
import java.io.PrintWriter;
import java.io.StringWriter;

/** The command line inside the test's own process, with settings that go before the environment's. */
public final class InProcess {

    private InProcess() {}

    /** How a command ended. */
    public record Ended(int code, String out, String err) {}

    /**
     * Runs a command.
     *
     * @param settings such as {@code --shelftally.poll.first=1s}
     */
    public static Ended run(String[] settings, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = ShelfTally.commandLine(new StopSignal(), settings)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Ended(code, out.toString(), err.toString());
    }
}
