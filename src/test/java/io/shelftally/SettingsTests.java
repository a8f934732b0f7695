package io.shelftally;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.shelftally.operations.settings.SettingNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

public class SettingsTests {

    /** Every default that users rely on. To change one is a breaking change, and goes into the changelog. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            entry("shelftally.after.timeout", "1h"),
            entry("shelftally.closient.api-key", ""),
            entry("shelftally.closient.base-url", "https://www.closient.com"),
            entry("shelftally.closient.in-flight", "32"),
            entry("shelftally.closient.metadata-scan-guid", "scan_guid"),
            entry("shelftally.closient.metadata-scan-id", "scan_id"),
            entry("shelftally.closient.per-day", "10000"),
            entry("shelftally.closient.per-minute", "300"),
            entry("shelftally.closient.reserve", "0"),
            entry("shelftally.coverage.captures-answered", "0.5"),
            entry("shelftally.coverage.reports-to-judge", "10"),
            entry("shelftally.coverage.scans-answered", "0.5"),
            entry("shelftally.http.allow-plain", "false"),
            entry("shelftally.http.connect-timeout", "5s"),
            entry("shelftally.http.max-body", "32MB"),
            entry("shelftally.http.read-timeout", "30s"),
            entry("shelftally.java.opts", ""),
            entry("shelftally.log", "INFO"),
            entry("shelftally.log-format", "text"),
            entry("shelftally.intake.max-bad-share", "0.20"),
            entry("shelftally.intake.max-record-length", "1048576"),
            entry("shelftally.intake.max-rows", "500000"),
            entry("shelftally.intake.max-text", "67108864"),
            entry("shelftally.intake.uuid-ids", "refuse"),
            entry("shelftally.matching.check-digit", "true"),
            entry("shelftally.matching.nights", "3"),
            entry("shelftally.matching.unreadable", "0.20"),
            entry("shelftally.breaks.restricted", "false"),
            entry("shelftally.pensa.report-types", "ITEMS_SEEN,OOS"),
            entry("shelftally.coverage.lines-identified", "0.5"),
            entry("shelftally.matching.other-reading", "true"),
            entry("shelftally.matching.variable-weight", ""),
            entry("shelftally.notify.mail.on", "trouble"),
            entry("shelftally.notify.mail.port", "587"),
            entry("shelftally.notify.mail.tls", "starttls"),
            entry("shelftally.notify.timeout", "10s"),
            entry("shelftally.notify.webhook.on", "trouble"),
            entry("shelftally.notify.webhook.template", "json"),
            entry("shelftally.pensa.bearer", "false"),
            entry("shelftally.pensa.hedge-share", "0.02"),
            entry("shelftally.pensa.in-flight", "auto"),
            entry("shelftally.pensa.status-batch", "100"),
            entry("shelftally.pensa.token-url", "https://api.pensasystems.net/extapi/v2/auth-token"),
            entry("shelftally.pensa.zone", "UTC"),
            entry("shelftally.poll.first", "2s"),
            entry("shelftally.poll.longest", "60s"),
            entry("shelftally.retry.attempts", "4"),
            entry("shelftally.retry.first", "500ms"),
            entry("shelftally.retry.longest", "30s"),
            entry("shelftally.run.lease", "60s"),
            entry("shelftally.workers.share", "auto"),
            entry("shelftally.workers.slices", "4"),
            entry("shelftally.schedule.days-before", "1"),
            entry("shelftally.lineage.namespace", "shelftally"),
            entry("shelftally.site.enabled", "true"),
            entry("shelftally.zone", "UTC"),
            entry("spring.datasource.password", ""),
            entry("spring.datasource.url", "jdbc:h2:file:${shelftally.home:./var}/shelftally"),
            entry("spring.datasource.username", ""));

    @Test
    void theDefaultsAreThePinnedOnes() throws IOException {
        Map<String, String> defaults =
                file().stringPropertyNames().stream().collect(toMap(name -> name, name -> file().getProperty(name)));

        assertThat(defaults)
                .as("application.properties against the pinned defaults; a new setting is pinned here")
                .containsExactlyInAnyOrderEntriesOf(DEFAULTS);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordHoldsTheDefaultsOfItsSettings(Class<?> type) throws ReflectiveOperationException {
        Object bound = binder().bindOrCreate(prefix(type), type);

        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            assertThat(accessor.invoke(bound)).as(name(type, component)).isEqualTo(pinned(type, component));
        }
    }

    @Test
    void everySettingStandsInTheRunbook() throws IOException {
        Path page = Documents.runbook("Settings");
        List<List<String>> rows = Documents.rows(Documents.section(page, "Settings"));
        Set<String> settings = new TreeSet<>(DEFAULTS.keySet());
        settings.add(SettingNames.POOL); // of no record, and without a default
        records()
                .forEach(type -> Stream.of(type.getRecordComponents())
                        .map(part -> name(type, part))
                        .forEach(settings::add));

        assertThat(rows.stream().map(cells -> cells.get(0)))
                .as("%s, table of \"Settings\": a row for each setting", page)
                .containsExactlyInAnyOrderElementsOf(settings);
        assertThat(rows).as("%s, its environment name and its default", page).allSatisfy(cells -> {
            assertThat(cells.get(1)).isEqualTo(environmentName(cells.get(0)));
            assertThat(cells.get(2)).isEqualTo(DEFAULTS.getOrDefault(cells.get(0), ""));
        });
    }

    /** Every record that settings are bound to. */
    public static Stream<Class<?>> records() {
        return ArchitectureTests.CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                .map(JavaClass::reflect);
    }

    private static Properties file() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Binder binder() {
        return new Binder(ConfigurationPropertySources.from(new PropertiesPropertySource("defaults", file())));
    }

    /** The pinned default as the component's type; null if the setting has none. */
    private static @Nullable Object pinned(Class<?> type, RecordComponent component) {
        String text = DEFAULTS.get(name(type, component));
        return text == null
                ? null
                : ApplicationConversionService.getSharedInstance().convert(text, component.getType());
    }

    private static String name(Class<?> type, RecordComponent component) {
        return prefix(type) + "." + DataObjectPropertyName.toDashedForm(component.getName());
    }

    private static String prefix(Class<?> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }

    private static String environmentName(String setting) {
        return setting.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
    }
}
