package io.shelftally.operations.cli;

import io.shelftally.night.run.SteadyClock;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.operations.telling.NightWatch;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code watch}: says that a night is not there by the time when it should be. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Looks whether a night is published, for cron at the time when it should be. If it is not, says so, tells all",
            "whom the settings name, and ends with 1. Also if it is, and failed a rule of the settings (jobs/told.md)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/shelftally watch --out /srv/shelftally",
            "  jobs/shelftally watch --date 2026-11-21 --out /srv/shelftally --by 06:30 --quiet",
            "",
            "It reads the published files and no database, so it disturbs no run.",
            "Exit codes: 0 published, or not due yet, 1 not published, or a rule failed, 64 usage, 78 bad setting."
        })
final class WatchCommand implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Directory of the published files.")
    private Path out;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "Business date; default: today in the zone of shelftally.zone.")
    private @Nullable LocalDate date;

    @Option(
            names = "--by",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Expect nothing before this time of today, such as 06:30, in the same zone.")
    private @Nullable LocalTime by;

    @Option(names = "--quiet", description = "Print nothing if all is well.")
    private boolean quiet;

    @Mixin
    private CommandHooks hooks;

    @Spec
    private CommandSpec spec;

    private final Launcher launcher;

    WatchCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws Exception {
        ConfigurableEnvironment settings = launcher.settings();
        launcher.warn(settings);
        ZonedDateTime now = ZonedDateTime.now(new SteadyClock(JobZone.of(settings)));
        LocalDate night = date == null ? now.toLocalDate() : date;
        Told told = new Told(launcher, "watch", hooks, Optional.of(night));
        return told.during(() -> look(night, now, told)).number();
    }

    private ExitCode look(LocalDate night, ZonedDateTime now, Told told) {
        NightWatch watch = new NightWatch(out);
        if (!watch.isPublished(night)) {
            if (by != null && now.toLocalTime().isBefore(by)) {
                say("the night of " + night + " is not published, and not due before " + by);
                return ExitCode.OK;
            }
            String words = watch.missing(night);
            warn(words);
            told.missing(words);
            return ExitCode.MISSING;
        }
        List<String> failed = watch.failedRules(night);
        failed.forEach(words -> warn("the night of " + night + " is published, and failed: " + words));
        if (failed.isEmpty()) {
            say("the night of " + night + " is published");
        }
        return failed.isEmpty() ? ExitCode.OK : ExitCode.MISSING;
    }

    private void say(String words) {
        if (!quiet) {
            spec.commandLine().getOut().println(words);
        }
    }

    private void warn(String words) {
        spec.commandLine().getErr().println("shelftally: " + words);
    }
}
