package io.shelftally.operations.checkup;

import io.shelftally.calls.http.HttpSettings;
import io.shelftally.job.connections.H2File;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.settings.SettingNames;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.unit.DataSize;

/** Looks at everything that a night needs, one thing after the other, and goes on whatever is found. */
public final class Checkup {

    private static final Duration LONGEST_LEASE = Duration.ofHours(1);

    /** Where those of the settings cannot be read. */
    private static final HttpSettings PLAIN_HTTP_SETTINGS =
            new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(30), DataSize.ofMegabytes(32), false);

    private final Optional<Path> out;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * A look that is still to be taken.
     *
     * @param out where files are published; empty for where the latest night was
     */
    public Checkup(Optional<Path> out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /**
     * Looks, and tells what was found.
     *
     * @param environment reads the settings; may fail
     */
    public CheckupReport report(Supplier<ConfigurableEnvironment> environment) {
        JobSettings settings = read(environment);
        HttpSettings http = http(settings);
        DatabaseLook database = DatabaseLook.of(settings);
        DatabaseCheck databaseCheck = new DatabaseCheck(database, new RunsCheck(lease(settings)));
        LocalDate today = LocalDate.now(clock.withZone(zone(settings)));
        look("settings", new SettingsCheck(settings, http)::findings);
        look("credentials", new CredentialsCheck(settings)::findings);
        look(
                "clock",
                () -> List.of(Finding.ok(
                        "clock", "a night without --date is that of " + today + ", in the zone " + zone(settings))));
        if (!database.url().isEmpty()) {
            look("database", databaseCheck::findings);
        }
        look(
                "disk",
                () -> new DiskCheck(out.or(databaseCheck::out), database.file().map(H2File::path), today).findings());
        VendorsCheck vendors = new VendorsCheck(settings, http, clock);
        look("vendor", vendors::findings);
        if (vendors.isClosientReached()) {
            look("key", new KeyCheck(settings, http, databaseCheck.usable(), clock)::findings);
        }
        return new CheckupReport(findings);
    }

    private JobSettings read(Supplier<ConfigurableEnvironment> environment) {
        try {
            return new JobSettings(environment.get());
        } catch (RuntimeException unreadable) {
            findings.add(Finding.fail(
                    "settings",
                    "a source of settings cannot be read: " + unreadable.getMessage(),
                    "Mend it, or what names it, such as SPRING_CONFIG_IMPORT. What follows goes by the defaults and the"
                            + " environment alone.",
                    ExitCode.BAD_SETTING));
            return JobSettings.withoutFiles();
        }
    }

    private static HttpSettings http(JobSettings settings) {
        try {
            return settings.binder().bind("shelftally.http", HttpSettings.class).orElse(PLAIN_HTTP_SETTINGS);
        } catch (RuntimeException told) {
            return PLAIN_HTTP_SETTINGS;
        }
    }

    private static Duration lease(JobSettings settings) {
        return settings.value("shelftally.run.lease", Duration.class).orElse(LONGEST_LEASE);
    }

    private static ZoneId zone(JobSettings settings) {
        try {
            return ZoneId.of(settings.text(SettingNames.ZONE).orElse("UTC"));
        } catch (DateTimeException told) {
            return ZoneId.of("UTC");
        }
    }

    /** Trouble that a check did not expect is a finding too. */
    private void look(String check, Look look) {
        try {
            findings.addAll(look.findings());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            findings.add(Finding.fail(check, "the look was stopped", "Start it again.", ExitCode.TRY_LATER));
        } catch (RuntimeException unexpected) {
            findings.add(Finding.fail(
                    check,
                    "cannot be looked at: " + unexpected.getClass().getSimpleName(),
                    "Report this as a bug, with the settings by name.",
                    ExitCode.UNEXPECTED));
        }
    }

    private interface Look {
        List<Finding> findings() throws InterruptedException;
    }
}
