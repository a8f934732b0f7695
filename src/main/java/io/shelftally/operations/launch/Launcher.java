package io.shelftally.operations.launch;

import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.StopSignal;
import java.io.PrintWriter;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Starts the job's beans for a command; each is built when it is first asked for. */
public final class Launcher {

    private final StopSignal stop;
    private final DatabaseName database;
    private final String[] settings;

    /**
     * @param stop ends a running command
     * @param settings such as {@code --shelftally.poll.first=1s}, before those of the environment
     */
    public Launcher(StopSignal stop, String... settings) {
        this(stop, new DatabaseName(), settings);
    }

    private Launcher(StopSignal stop, DatabaseName database, String... settings) {
        this.stop = stop;
        this.database = database;
        this.settings = settings.clone();
    }

    /** The same with another value of a setting, which goes before all others. */
    public Launcher with(String setting, String value) {
        String name = "--" + setting + "=";
        return new Launcher(
                stop,
                database,
                Stream.concat(Stream.of(settings).filter(given -> !given.startsWith(name)), Stream.of(name + value))
                        .toArray(String[]::new));
    }

    public ConfigurableApplicationContext start(Progress progress) {
        return JobContext.start(stop, progress, database, settings);
    }

    /** The settings alone; throws if a source of them cannot be read. */
    public ConfigurableEnvironment settings() {
        return JobContext.settings(settings);
    }

    /** Tells why a command failed, with the remedy; returns its exit code. */
    public int failed(Throwable trouble, PrintWriter err) {
        return Failure.report(trouble, database, err);
    }
}
