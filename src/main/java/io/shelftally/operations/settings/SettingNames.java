package io.shelftally.operations.settings;

import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.collect.PollSettings;
import io.shelftally.calls.http.HttpSettings;
import io.shelftally.intake.worklist.IntakeSettings;
import io.shelftally.job.alerts.AlertSettings;
import io.shelftally.job.derivation.BreakSettings;
import io.shelftally.job.derivation.MatchingSettings;
import io.shelftally.job.nightly.CoverageSettings;
import io.shelftally.job.site.SiteSettings;
import io.shelftally.job.workers.WorkerSettings;
import io.shelftally.night.captures.ClosientSettings;
import io.shelftally.night.run.RunSettings;
import io.shelftally.night.scans.PensaSettings;
import io.shelftally.operations.lineage.LineageSettings;
import io.shelftally.operations.measuring.MetricsSettings;
import io.shelftally.operations.scheduling.ScheduleSettings;
import io.shelftally.operations.telling.AfterSettings;
import io.shelftally.operations.telling.CommandSettings;
import io.shelftally.operations.telling.MailSettings;
import io.shelftally.operations.telling.NotifySettings;
import io.shelftally.operations.telling.PingSettings;
import io.shelftally.operations.telling.WebhookSettings;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** The names of the settings, from the records that they are bound to, and those that stand alone. */
public final class SettingNames {

    public static final String ZONE = "shelftally.zone";
    public static final String URL = "spring.datasource.url";
    public static final String INTAKE_URL = "shelftally.intake.url";
    public static final String LOG_FORMAT = "shelftally.log-format";
    public static final String AFTER = "shelftally.after.command";
    public static final String POOL = "spring.datasource.hikari.maximum-pool-size";

    /** Each switches somebody on who is told of a run. */
    public static final List<String> SWITCHES = List.of(
            "shelftally.notify.ping.url",
            "shelftally.notify.webhook.url",
            "shelftally.notify.mail.host",
            "shelftally.notify.command.on-failure",
            "shelftally.notify.command.on-success",
            "shelftally.metrics.textfile-dir",
            "shelftally.metrics.pushgateway-url",
            "shelftally.metrics.otlp-url",
            "shelftally.lineage.url",
            "shelftally.lineage.file");

    /** What the launchers and the log read. */
    static final List<String> OF_THE_PROCESS = List.of("shelftally.java.opts", "shelftally.log", LOG_FORMAT);

    private static final List<String> OF_THE_DATABASE =
            List.of(URL, "spring.datasource.username", "spring.datasource.password", POOL);

    private static final Set<String> SECRETS = Set.of(
            "shelftally.closient.api-key",
            "shelftally.pensa.access-token",
            "shelftally.pensa.client-secret",
            "shelftally.intake.password",
            "shelftally.notify.ping.url",
            "shelftally.notify.webhook.url",
            "shelftally.notify.webhook.key",
            "shelftally.notify.mail.password",
            "shelftally.metrics.otlp-headers",
            "shelftally.lineage.api-key",
            "spring.datasource.password");

    private static final List<Class<?>> RECORDS = List.of(
            ClosientSettings.class,
            PensaSettings.class,
            HttpSettings.class,
            RetrySettings.class,
            PollSettings.class,
            IntakeSettings.class,
            MatchingSettings.class,
            BreakSettings.class,
            CoverageSettings.class,
            RunSettings.class,
            SiteSettings.class,
            WorkerSettings.class,
            AlertSettings.class,
            NotifySettings.class,
            PingSettings.class,
            WebhookSettings.class,
            MailSettings.class,
            CommandSettings.class,
            AfterSettings.class,
            ScheduleSettings.class,
            MetricsSettings.class,
            LineageSettings.class);

    private SettingNames() {}

    /** A setting of a record, such as {@code shelftally.poll.first}. */
    public record Part(Class<?> type, RecordComponent component) {

        public String name() {
            return prefix(type) + "." + DataObjectPropertyName.toDashedForm(component.getName());
        }
    }

    /** Every record that settings are bound to. */
    public static List<Class<?>> records() {
        return RECORDS;
    }

    public static List<Part> parts(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(component -> new Part(type, component))
                .toList();
    }

    public static String prefix(Class<?> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }

    /** All that begin with {@code shelftally.} */
    public static List<String> ours() {
        Stream<String> ofRecords =
                RECORDS.stream().flatMap(type -> parts(type).stream()).map(Part::name);
        return Stream.of(Stream.of(ZONE), OF_THE_PROCESS.stream(), ofRecords)
                .flatMap(names -> names)
                .toList();
    }

    /** All of them, by name. */
    public static List<String> all() {
        return Stream.concat(ours().stream(), OF_THE_DATABASE.stream()).sorted().toList();
    }

    /** Whether the value is shown to nobody. */
    public static boolean isSecret(String setting) {
        return SECRETS.contains(setting);
    }

    /** The variables that hold a secret, if they are set. */
    public static Set<String> secretVariables() {
        return SECRETS.stream().map(SettingNames::environment).collect(Collectors.toUnmodifiableSet());
    }

    /** Such as {@code SHELFTALLY_POLL_FIRST}. */
    public static String environment(String setting) {
        return setting.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
    }
}
