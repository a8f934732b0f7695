package io.shelftally.operations.scheduling;

import io.shelftally.calls.collect.StopSignal;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a command in a process of its own, as an operator would start it: with its own memory, its own exit code, and a death that
 * is no other's. What it prints goes where this process prints.
 */
public final class JobProcess {

    /** What a process that could not be started ends with, by POSIX. */
    static final int NOT_STARTED = 127;

    /** Longer than a stop of the command itself may take. */
    public static final Duration GRACE = Duration.ofSeconds(40);

    private static final Logger LOG = LoggerFactory.getLogger(JobProcess.class);
    private static final long LOOK_MILLIS = 200;

    private final Path launcher;
    private final List<String> more;
    private final StopSignal stop;

    /**
     * Starts nothing yet.
     *
     * @param more arguments of each command line, such as {@code --config FILE}
     * @param stop has the process end as a signal to stop would
     */
    public JobProcess(Path launcher, List<String> more, StopSignal stop) {
        this.launcher = launcher;
        this.more = List.copyOf(more);
        this.stop = stop;
    }

    /** Waits for the end; returns the exit code. */
    int run(List<String> arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        command.addAll(more);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(Redirect.INHERIT)
                    .redirectError(Redirect.INHERIT)
                    .start();
            return await(process);
        } catch (IOException e) {
            LOG.error("{} cannot be started: {}", launcher, e.getMessage());
            return NOT_STARTED;
        }
    }

    private int await(Process process) throws InterruptedException {
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (stop.isSet()) {
                process.toHandle().destroy();
                if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                    LOG.warn("process {} does not end", process.pid());
                    process.destroyForcibly();
                }
                return process.waitFor();
            }
        }
        return process.exitValue();
    }
}
