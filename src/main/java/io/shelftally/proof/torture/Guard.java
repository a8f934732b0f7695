package io.shelftally.proof.torture;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Ends (SIGKILL) what was started here and still lives when this process is gone, however that ended: a worker waits for runs for
 * ever, and one that is stopped cannot end by itself. It is a shell that is told each start and each end.
 */
final class Guard {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            all=
            while read -r what pid; do
                if [ "$what" = begun ]; then
                    all="$all $pid "
                else
                    case $all in *" $pid "*) all="${all%%" $pid "*} ${all#*" $pid "}" ;; esac
                fi
            done
            for pid in $all; do kill -KILL "$pid"; done
            """;

    private static final Guard ONE = new Guard();

    private final PrintStream shell;

    private Guard() {
        try {
            Process process = new ProcessBuilder("sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            this.shell = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    static void watch(Process process) {
        ONE.tell("begun " + process.pid());
        process.onExit().thenRun(() -> ONE.tell("ended " + process.pid()));
    }

    private synchronized void tell(String line) {
        shell.println(line);
    }
}
