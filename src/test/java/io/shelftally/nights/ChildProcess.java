package io.shelftally.nights;

import io.shelftally.Application;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A command in a Java process of its own, with its standard error at hand line by line. */
final class ChildProcess implements AutoCloseable {

    static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    private static final long LONGEST_SECONDS = 80;

    /** POSIX, ulimit. */
    private static final int ULIMIT_BLOCK = 512;

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;
    private boolean ended;

    private ChildProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "child-stderr");
        reader.start();
    }

    /** @param arguments from the first option of the virtual machine on */
    static ChildProcess java(List<String> arguments) {
        return java(arguments, OptionalLong.empty());
    }

    /** @param longestFile in bytes; the system refuses to write beyond it */
    static ChildProcess java(List<String> arguments, OptionalLong longestFile) {
        List<String> command = new ArrayList<>();
        longestFile.ifPresent(bytes ->
                command.addAll(List.of("sh", "-c", "ulimit -f $0; exec \"$@\"", Long.toString(bytes / ULIMIT_BLOCK))));
        command.addAll(JAVA);
        command.addAll(ShippedJar.options(arguments.contains(Application.class.getName())));
        command.addAll(arguments);
        try {
            return new ChildProcess(new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a line of standard error is as asked for; false if the process ended without it. */
    synchronized boolean awaitLine(Predicate<String> wanted) throws InterruptedException {
        long end = longest();
        while (lines.stream().noneMatch(wanted)) {
            if (ended) {
                return false;
            }
            failAfter(end, "the line did not come");
            wait(1000);
        }
        return true;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits until the process stands still, by Linux's word; false if it ended. */
    boolean awaitStopped() throws IOException, InterruptedException {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        long end = longest();
        while (process.isAlive()) {
            String text = Files.readString(stat);
            if (text.substring(text.lastIndexOf(')')).startsWith(") T")) {
                return true;
            }
            failAfter(end, "the process did not stand still");
            Thread.sleep(10);
        }
        return false;
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** SIGTERM; returns at once. Unlike the process itself, its handle leaves standard error open. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        long end = longest();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            failAfter(end, "the process did not end");
        }
        reader.join(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
        if (reader.isAlive()) {
            failAfter(end, "the process ended, and another holds its standard error open");
        }
        return process.exitValue();
    }

    synchronized String err() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static long longest() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    }

    /** After its end, fails with what the process has written and what its threads are doing. */
    private void failAfter(long end, String trouble) throws InterruptedException {
        if (System.nanoTime() >= end) {
            String threads = threads();
            process.destroyForcibly();
            throw new AssertionError(trouble + "; standard error:\n" + err() + "\n" + threads);
        }
    }

    private String threads() throws InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Path dump = Files.createTempFile("threads", ".txt");
            Process asking = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .redirectOutput(dump.toFile())
                    .start();
            if (!asking.waitFor(10, TimeUnit.SECONDS)) {
                asking.destroyForcibly();
            }
            return Files.readString(dump);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void read() {
        try (BufferedReader err = process.errorReader()) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                add(line);
            }
        } catch (IOException gone) {
            add("(standard error was closed: " + gone.getMessage() + ")");
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
