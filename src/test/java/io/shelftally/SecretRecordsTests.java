package io.shelftally;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.shelftally.calls.window.InFlight;
import io.shelftally.intake.worklist.UuidIds;
import io.shelftally.operations.telling.MailSettings;
import io.shelftally.operations.telling.When;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/** A record that holds a secret is shown without it, in a log, a debugger's list or the message of an exception. */
class SecretRecordsTests {

    private static final Pattern SECRET =
            Pattern.compile("(?i).*(apiKey|token|secret|password|username|clientId|credentials).*");

    /** Records whose secret has a name that tells nothing. */
    private static final Map<String, String> UNNAMED = Map.of(
            "io.shelftally.calls.http.AccessToken",
            "text",
            "io.shelftally.calls.http.VendorRequest",
            "headers",
            "io.shelftally.operations.telling.WebhookSettings",
            "key");

    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(double.class, 0.5),
            Map.entry(boolean.class, false),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(Duration.class, Duration.ofSeconds(1)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(ZoneId.class, ZoneOffset.UTC),
            Map.entry(InFlight.class, InFlight.AUTO),
            Map.entry(UuidIds.class, UuidIds.REFUSE),
            Map.entry(MailSettings.Tls.class, MailSettings.Tls.STARTTLS),
            Map.entry(When.class, When.TROUBLE),
            Map.entry(DataSize.class, DataSize.ofBytes(1)),
            Map.entry(Optional.class, Optional.of("PLANTED-body")),
            Map.entry(List.class, List.of("honest")),
            Map.entry(Map.class, Map.of("X-Name", "PLANTED-header")),
            Map.entry(Path.class, Path.of("honest")),
            Map.entry(URI.class, URI.create("https://host/path")));

    @ParameterizedTest
    @MethodSource("recordsWithSecrets")
    void itsTextHoldsNoSecret(Class<?> type) throws ReflectiveOperationException {
        Object filled = filled(type);

        assertThat(filled.toString()).doesNotContain("PLANTED");
    }

    @Test
    void theRecordsOfTheSecretSettingsAreAmongThem() {
        assertThat(recordsWithSecrets().map(Class::getSimpleName))
                .contains("ClosientSettings", "PensaSettings", "IntakeSettings", "ClientCredentials", "AccessToken")
                .contains("WebhookSettings", "MailSettings", "LineageSettings");
    }

    static Stream<Class<?>> recordsWithSecrets() {
        return ArchitectureTests.CLASSES.stream()
                .filter(JavaClass::isRecord)
                .filter(type -> !type.getPackageName().startsWith("io.shelftally.proof.sandbox"))
                .<Class<?>>map(JavaClass::reflect)
                .filter(SecretRecordsTests::holdsSecret);
    }

    private static boolean holdsSecret(Class<?> type) {
        return Stream.of(type.getRecordComponents()).anyMatch(component -> isSecret(type, component));
    }

    private static boolean isSecret(Class<?> type, RecordComponent component) {
        return component.getName().equals(UNNAMED.get(type.getName()))
                || (component.getType() == String.class
                        && SECRET.matcher(component.getName()).matches());
    }

    private static Object filled(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(
                Stream.of(components).map(component -> sample(type, component)).toArray());
    }

    private static Object sample(Class<?> type, RecordComponent component) {
        if (component.getType() == String.class) {
            return (isSecret(type, component) ? "PLANTED-" : "honest-") + component.getName();
        }
        Object sample = SAMPLES.get(component.getType());
        if (sample == null) {
            throw new AssertionError("give " + SecretRecordsTests.class.getSimpleName() + " a sample of "
                    + component.getType() + ", for " + type);
        }
        return sample;
    }
}
