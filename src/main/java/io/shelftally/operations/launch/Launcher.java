package io.shelftally.operations.launch;

import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.job.connections.DatabaseNeed;
import io.shelftally.night.run.SessionName;
import io.shelftally.operations.settings.JobEnvironment;
import io.shelftally.operations.settings.UnknownNames;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Starts the job's beans for a command; each is built when it is first asked for. */
public final class Launcher {

    private final StopSignal stop;
    private final DatabaseName database;
    private List<String> settings;
    private Optional<Path> config = Optional.empty();
    private volatile @Nullable ConfigurableEnvironment inForce;
    private Consumer<String> warnings = warning -> {};
    private SessionName sessions = new SessionName("job");

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
        this.settings = List.of(settings);
    }

    /** The same with another value of a setting, which goes before all others. */
    public Launcher with(String setting, String value) {
        String name = "--" + setting + "=";
        Launcher other = new Launcher(
                stop,
                database,
                Stream.concat(settings.stream().filter(given -> !given.startsWith(name)), Stream.of(name + value))
                        .toArray(String[]::new));
        other.config = config;
        other.warnings = warnings;
        other.sessions = sessions;
        return other;
    }

    /** From now on, if the command is to be quiet, the log holds warnings and errors alone. */
    public Launcher quiet(boolean isQuiet) {
        if (isQuiet) {
            settings = Stream.concat(settings.stream(), Stream.of("--logging.level.io.shelftally=WARN"))
                    .toList();
        }
        return this;
    }

    /** From now on this is the only file of settings. */
    public void config(Path file) {
        config = Optional.of(file);
    }

    /** From now on the database's sessions are called by this command. */
    public void command(String name) {
        sessions = new SessionName(name);
    }

    /** The only file of settings; empty if they are the usual ones. */
    public Optional<Path> config() {
        return config;
    }

    /** From now on warnings about settings go there. */
    public void warnTo(PrintWriter err) {
        warnings = warning -> err.println("shelftally: " + warning);
    }

    /**
     * Starts the job's beans, after a warning of each unknown name.
     *
     * @param need nothing is made and no table is changed for a command that only reads
     */
    public ConfigurableApplicationContext start(Progress progress, DatabaseNeed need) {
        return JobContext.start(stop, progress, need, sessions, environment(), read -> {
            inForce = read;
            database.learn(read);
            LogFormat.check(read);
            warn(read);
        });
    }

    /** The database of the command that was started, with where its URL comes from. */
    public String database() {
        return database.place();
    }

    /** The settings alone; throws if a source of them cannot be read. */
    public ConfigurableEnvironment settings() {
        ConfigurableEnvironment read = JobContext.settings(environment());
        inForce = read;
        return read;
    }

    /** The settings of the command that was started; empty if they could not be read. */
    public Optional<ConfigurableEnvironment> inForce() {
        return Optional.ofNullable(inForce);
    }

    /** Whether the command is to end. */
    public boolean isStopped() {
        return stop.isSet();
    }

    /** Whether the log is JSON, among which no other line is wanted. */
    public boolean logsJson() {
        return LogFormat.isJson(inForce);
    }

    /** Why a command failed, with the remedy, as {@link #failed} prints it. */
    public String words(Throwable trouble) {
        return Failure.words(trouble, database, inForce);
    }

    /** Tells of names in the settings that none of them has. */
    public void warn(ConfigurableEnvironment read) {
        UnknownNames.in(read).forEach(unknown -> warnings.accept(unknown.text() + ". " + unknown.remedy()));
    }

    /** Tells why a command failed, with the remedy; returns its exit code. */
    public int failed(Throwable trouble, PrintWriter err) {
        return Failure.report(trouble, database, inForce, err);
    }

    private JobEnvironment environment() {
        return new JobEnvironment(config, settings);
    }
}
