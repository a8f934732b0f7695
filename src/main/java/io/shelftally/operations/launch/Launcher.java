package io.shelftally.operations.launch;

import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.job.connections.DatabaseNeed;
import java.io.PrintWriter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Starts the job's beans for a command; each is built when it is first asked for. */
public final class Launcher {

    private final StopSignal stop;
    private final DatabaseName database = new DatabaseName();
    private final String[] settings;

    /**
     * @param stop ends a running command
     * @param settings such as {@code --shelftally.poll.first=1s}, before those of the environment
     */
    public Launcher(StopSignal stop, String... settings) {
        this.stop = stop;
        this.settings = settings.clone();
    }

    /** @param need nothing is made and no table is changed for a command that only reads */
    public ConfigurableApplicationContext start(Progress progress, DatabaseNeed need) {
        return JobContext.start(stop, progress, need, database, settings);
    }

    /** The database of the command that was started, with where its URL comes from. */
    public String database() {
        return database.place();
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
