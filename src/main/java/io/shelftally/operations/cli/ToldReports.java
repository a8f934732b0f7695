package io.shelftally.operations.cli;

import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import io.shelftally.operations.scheduling.Reports;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever the settings name what a night cannot tell itself: that it begins late, or that its process died. */
final class ToldReports implements Reports {

    private static final Logger LOG = LoggerFactory.getLogger(ToldReports.class);

    private final Launcher launcher;

    ToldReports(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public void late(LocalDate night, String words) {
        tell(night, told -> told.missing(words));
    }

    @Override
    public void ended(LocalDate night, int exitCode) {
        if (exitCode == ExitCode.MISSING.number() || !ExitCode.isOne(exitCode)) {
            tell(
                    night,
                    told -> told.died(
                            exitCode,
                            "the process of the night died (" + exitCode + "): killed, out of memory, or never started."
                                    + " The next time of its schedule takes it up"));
        }
    }

    private void tell(LocalDate night, Consumer<Told> words) {
        Told told = new Told(launcher, "schedule", new CommandHooks(), Optional.of(night));
        try {
            told.during(() -> {
                words.accept(told);
                return night;
            });
        } catch (Exception e) {
            LOG.warn("nobody could be told: {}", e.getMessage());
        }
    }
}
