package io.shelftally.operations.cli;

import io.shelftally.job.nightly.RunFacts;
import io.shelftally.job.nightly.RunObserver;
import io.shelftally.night.run.SteadyClock;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.operations.lineage.Lineage;
import io.shelftally.operations.measuring.Meters;
import io.shelftally.operations.settings.SettingNames;
import io.shelftally.operations.telling.AfterSettings;
import io.shelftally.operations.telling.LogTail;
import io.shelftally.operations.telling.RunEvent;
import io.shelftally.operations.telling.RunState;
import io.shelftally.operations.telling.Shell;
import io.shelftally.operations.telling.Teller;
import io.shelftally.operations.telling.TellerList;
import io.shelftally.operations.telling.Tellers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine.ParameterException;

/**
 * Tells of a command's runs whoever the settings name. Nothing is loaded where they name nobody, and whatever becomes of the
 * telling, the command ends as it would without.
 */
final class Told implements RunObserver {

    private static final Logger LOG = LoggerFactory.getLogger(Told.class);

    private final Launcher launcher;
    private final String command;
    private final CommandHooks hooks;
    private final Clock clock = new SteadyClock(ZoneOffset.UTC);
    private final Instant startedAt = clock.instant();
    private Optional<LocalDate> businessDate;
    private RunFacts facts = RunFacts.NONE;
    private boolean isSetUp;
    private @Nullable Tellers tellers;
    private @Nullable LogTail tail;

    /** @param businessDate if the command line names it */
    Told(Launcher launcher, String command, CommandHooks hooks, Optional<LocalDate> businessDate) {
        this.launcher = launcher;
        this.command = command;
        this.hooks = hooks;
        this.businessDate = businessDate;
    }

    /** Does the work of the command, and tells of it if it fails. */
    <T> T during(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (Exception | Error e) {
            failed(e);
            throw e;
        } finally {
            close();
        }
    }

    /** The settings are read: from now on the last lines of the log are kept, if they are for somebody. */
    void listen() {
        setUpOnce();
    }

    @Override
    public int exitCode(Throwable trouble) {
        return trouble instanceof ParameterException
                ? ExitCode.USAGE.number()
                : ExitCode.of(trouble).number();
    }

    @Override
    public void began(RunFacts known) {
        facts = known;
        businessDate = known.begun().map(begun -> begun.options().businessDate());
        tell(RunState.STARTED, OptionalInt.empty(), "");
    }

    @Override
    public void tookWorkList(RunFacts known) {
        facts = known;
        tell(RunState.RUNNING, OptionalInt.empty(), "");
    }

    @Override
    public void ended(RunFacts known) {
        facts = known;
    }

    /** The run that ended was well. Of the next one of the command nothing is known yet. */
    void published() {
        end(RunState.PUBLISHED, ExitCode.OK.number(), after());
        facts = RunFacts.NONE;
    }

    /** A night that was waited for is not there. */
    void missing(String words) {
        end(RunState.MISSING, ExitCode.MISSING.number(), words);
    }

    /** The process of a run has died, so that it told nothing. */
    void died(int exitCode, String words) {
        end(RunState.FAILED, exitCode, words);
    }

    /** What went wrong with the command that is for published nights, in words; empty if nothing did, or there is none. */
    private String after() {
        ConfigurableEnvironment settings = launcher.inForce().orElseThrow();
        String given = hooks.after().orElseGet(() -> settings.getProperty(SettingNames.AFTER, ""));
        if (given.isBlank()) {
            return "";
        }
        try {
            Duration longest = Binder.get(settings)
                    .bindOrCreate("shelftally.after", AfterSettings.class)
                    .timeout();
            new Shell(SettingNames.secretVariables(), launcher::isStopped)
                    .run(given, event(RunState.PUBLISHED, OptionalInt.of(ExitCode.OK.number()), ""), longest);
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } catch (IOException | RuntimeException e) {
            String words = "the night is published, but the command of --after failed: " + e.getMessage();
            LOG.warn("{}", words);
            return words;
        }
    }

    private void failed(Throwable trouble) {
        String words =
                trouble instanceof ParameterException ? String.valueOf(trouble.getMessage()) : launcher.words(trouble);
        end(RunState.FAILED, exitCode(trouble), words);
    }

    private void end(RunState state, int exitCode, String message) {
        tell(state, OptionalInt.of(exitCode), message);
    }

    /** The beginning of a run is waited for by nobody. No lambda takes the tellers, whose class would be loaded for it. */
    private void tell(RunState state, OptionalInt exitCode, String message) {
        setUpOnce();
        if (tellers != null) {
            guarded(() -> {
                Tellers all = Objects.requireNonNull(tellers);
                all.tell(event(state, exitCode, message));
                if (state.isEnd()) {
                    all.await();
                }
            });
        }
    }

    private RunEvent event(RunState state, OptionalInt exitCode, String message) {
        return new RunEvent(
                state,
                command,
                businessDate,
                startedAt,
                clock.instant(),
                exitCode,
                message,
                facts,
                tail == null ? List.of() : tail.lines(),
                host());
    }

    private void setUpOnce() {
        if (!isSetUp && launcher.inForce().isPresent()) {
            isSetUp = true;
            ConfigurableEnvironment settings = launcher.inForce().get();
            if (isAsked(settings)) {
                guarded(() -> setUp(settings));
            }
        }
    }

    private boolean isAsked(ConfigurableEnvironment settings) {
        return hooks.onFailure() != null
                || hooks.onSuccess() != null
                || SettingNames.SWITCHES.stream()
                        .anyMatch(name -> !settings.getProperty(name, "").isBlank());
    }

    private void setUp(ConfigurableEnvironment settings) {
        tail = new LogTail();
        TellerList list = new TellerList(settings, SettingNames.secretVariables());
        Duration timeout = list.settings().timeout();
        List<Teller> all = new ArrayList<>(list.all(hooks.onFailure(), hooks.onSuccess()));
        all.addAll(Meters.of(settings, timeout));
        all.addAll(Lineage.of(settings, timeout));
        tellers = new Tellers(all, timeout);
    }

    private static void guarded(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("nobody could be told: {}", e.getMessage());
        }
    }

    private void close() {
        if (tellers != null) {
            tellers.close();
        }
        if (tail != null) {
            tail.close();
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a host without a name";
        }
    }
}
