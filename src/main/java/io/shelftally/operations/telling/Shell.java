package io.shelftally.operations.telling;

import io.shelftally.publication.export.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Starts a command that reads an event as JSON on its standard input, and the main things in variables. Of the job's own
 * variables it gets none that holds a secret.
 */
public final class Shell {

    private static final long LOOK_MILLIS = 200;

    private final Set<String> secrets;
    private final BooleanSupplier stop;

    /**
     * Starts nothing yet.
     *
     * @param secrets names of variables
     * @param stop ends a command that is at work
     */
    public Shell(Set<String> secrets, BooleanSupplier stop) {
        this.secrets = Set.copyOf(secrets);
        this.stop = stop;
    }

    /**
     * Waits for the end of a command.
     *
     * @param longest after which it is ended
     * @throws IOException if it did not end with 0
     */
    public void run(String command, RunEvent event, Duration longest) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT);
        builder.environment().keySet().removeAll(secrets);
        builder.environment().putAll(variables(event));
        Process process = builder.start();
        try {
            write(process, event);
            await(process, longest);
        } finally {
            if (process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
        if (process.exitValue() != 0) {
            throw new IOException("it ended with " + process.exitValue());
        }
    }

    private void await(Process process, Duration longest) throws IOException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (stop.getAsBoolean()) {
                throw new IOException("it was ended by a signal");
            }
            if (System.nanoTime() - end > 0) {
                throw new IOException("it was ended after " + longest.toSeconds() + " s");
            }
        }
    }

    /** A command that reads nothing may be gone already. */
    private static void write(Process process, RunEvent event) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(Json.text(new EventText(event).members()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException notRead) {
            return;
        }
    }

    /** Not of the names of settings, which a command of this job would take them for. */
    private static Map<String, String> variables(RunEvent event) {
        return Map.of(
                "NIGHT_DATE", event.businessDate().map(Object::toString).orElse(""),
                "NIGHT_STATE", event.state().text(),
                "NIGHT_EXIT_CODE",
                        event.exitCode().isPresent()
                                ? Integer.toString(event.exitCode().getAsInt())
                                : "",
                "NIGHT_RUN", event.run().isPresent() ? Long.toString(event.run().getAsLong()) : "",
                "NIGHT_TITLE", new EventText(event).title(),
                "NIGHT_MESSAGE", event.message(),
                "NIGHT_IS_NEW",
                        event.facts()
                                .published()
                                .map(published -> Boolean.toString(published.isNew()))
                                .orElse(""),
                "NIGHT_DIRECTORY",
                        event.facts()
                                .published()
                                .map(published -> published.link().toString())
                                .orElse(""));
    }
}
