package io.shelftally.proof.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The job in a process of its own; keeps what it says on standard error. */
final class JobProcess implements AutoCloseable {

    static final int KILLED = 137;

    private static final long LONGEST_SECONDS = 300;

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    JobProcess(List<String> command) throws IOException {
        this.process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Guard.watch(process);
        this.reader = new Thread(this::read, "job-stderr");
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits until the job has said something, or has ended. */
    synchronized void awaitFirstLine() throws InterruptedException {
        while (lines.isEmpty() && reader.isAlive()) {
            wait(20);
        }
    }

    /** Waits until the job has said it in a line, or has ended. */
    synchronized void awaitWords(String words) throws InterruptedException {
        while (lines.stream().noneMatch(line -> line.contains(words)) && reader.isAlive()) {
            wait(20);
        }
    }

    /** Waits for the end, at most so long; whether it came. */
    boolean endsWithin(long nanos) throws InterruptedException {
        return process.waitFor(nanos, TimeUnit.NANOSECONDS);
    }

    /** SIGKILL; false if the job had ended before. */
    boolean kill() throws InterruptedException {
        process.destroyForcibly();
        return exitCode() == KILLED;
    }

    void signal(String name) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM; returns at once. */
    void stop() {
        process.destroy();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it was ended by SIGKILL. */
    boolean isKilled() {
        return !process.isAlive() && process.exitValue() == KILLED;
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new TortureException("the job did not end within " + LONGEST_SECONDS + " s:\n" + said());
        }
        reader.join(1_000);
        return process.exitValue();
    }

    synchronized String said() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read() {
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                add(line);
            }
        } catch (IOException gone) {
            add("(" + gone.getMessage() + ")");
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }
}
