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

/**
 * A command of the shell: it reads the event as JSON on its standard input, and the main things in variables. Of the job's
 * own variables it gets none that holds a secret.
 */
final class ShellCommand implements Teller {

    private final String command;
    private final boolean onFailure;
    private final Set<String> secrets;
    private final Duration timeout;

    /**
     * @param onFailure whether it is for runs that failed, or for the others
     * @param secrets names of variables
     */
    ShellCommand(String command, boolean onFailure, Set<String> secrets, Duration timeout) {
        this.command = command;
        this.onFailure = onFailure;
        this.secrets = Set.copyOf(secrets);
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return "the command of " + (onFailure ? "--on-failure" : "--on-success");
    }

    @Override
    public boolean wants(RunEvent event) {
        return event.state() != RunState.STARTED && event.isFailure() == onFailure;
    }

    @Override
    public void tell(RunEvent event) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT);
        builder.environment().keySet().removeAll(secrets);
        builder.environment().putAll(variables(event));
        Process process = builder.start();
        try {
            write(process, event);
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it was ended after " + timeout.toSeconds() + " s");
            }
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
                "NIGHT_DIRECTORY",
                        event.facts()
                                .published()
                                .map(published -> published.link().toString())
                                .orElse(""));
    }
}
