package io.shelftally.operations.checkup;

import io.shelftally.calls.http.HttpSettings;
import io.shelftally.calls.http.SettingChecks;
import io.shelftally.job.connections.DatabaseUrl;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.settings.SettingNames;
import io.shelftally.operations.settings.SettingWords;
import io.shelftally.operations.settings.WithUnits;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.core.ResolvableType;

/** Reads every setting by itself, so that each bad or missing one is told and not only the first. */
final class SettingsCheck {

    static final String CHECK = "settings";

    private final JobSettings settings;
    private final HttpSettings http;
    private final List<Finding> findings = new ArrayList<>();

    SettingsCheck(JobSettings settings, HttpSettings http) {
        this.settings = settings;
        this.http = http;
    }

    List<Finding> findings() {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator(Set.of(), Locale.ROOT, false))
                .buildValidatorFactory()) {
            Validator validator = factory.getValidator();
            SettingNames.records().forEach(type -> check(type, validator));
        }
        checkAddresses();
        checkRequired();
        checkZone();
        checkDatabase();
        checkNames();
        if (findings.isEmpty()) {
            int count = SettingNames.all().size();
            findings.add(Finding.ok(CHECK, "all " + count + " settings can be used"));
        }
        return findings;
    }

    /** First each setting of the record alone, then those that depend on each other. */
    private void check(Class<?> type, Validator validator) {
        int before = findings.size();
        SettingNames.parts(type).forEach(part -> check(type, part, validator));
        if (findings.size() == before) {
            try {
                settings.binder().bind(SettingNames.prefix(type), type);
            } catch (BindException refused) {
                fail(SettingNames.prefix(type) + ".*", reason(refused));
            }
        }
    }

    private void check(Class<?> type, SettingNames.Part part, Validator validator) {
        @Nullable Object value;
        try {
            value = settings.binder()
                    .bind(
                            part.name(),
                            Bindable.of(ResolvableType.forType(part.component().getGenericType())),
                            new WithUnits(BindHandler.DEFAULT))
                    .orElse(null);
        } catch (BindException unreadable) {
            fail(part.name(), "must be " + SettingWords.allowed(part.component().getType()));
            return;
        }
        if (value == null && part.component().getType().isPrimitive()) {
            fail(part.name(), "is empty");
        } else {
            validator.validateValue(type, part.component().getName(), value).stream()
                    .map(ConstraintViolation::getMessage)
                    .sorted()
                    .forEach(message -> fail(part.name(), message));
        }
    }

    private void checkAddresses() {
        for (String name : List.of(Vendors.CLOSIENT_URL, Vendors.PENSA_URL, Vendors.TOKEN_URL)) {
            settings.value(name, URI.class).ifPresent(address -> {
                try {
                    SettingChecks.requireSafeAddress(name, address, http);
                } catch (IllegalArgumentException unsafe) {
                    findings.add(Finding.fail(
                            CHECK, String.valueOf(unsafe.getMessage()), remedy(name), ExitCode.BAD_SETTING));
                }
            });
        }
    }

    private void checkRequired() {
        for (String name : List.of(Vendors.API_KEY, Vendors.PENSA_URL, Vendors.USERNAME)) {
            if (isMissing(name)) {
                findings.add(Finding.fail(CHECK, name + " is not set", remedy(name), ExitCode.BAD_SETTING));
            }
        }
        boolean hasClient = !isMissing(Vendors.CLIENT_ID) && !isMissing(Vendors.CLIENT_SECRET);
        if (isMissing(Vendors.ACCESS_TOKEN) && !hasClient) {
            findings.add(Finding.fail(
                    CHECK,
                    Vendors.ACCESS_TOKEN + " is not set, nor are both .client-id and .client-secret",
                    "Set " + SettingNames.environment(Vendors.ACCESS_TOKEN) + ", or both "
                            + SettingNames.environment(Vendors.CLIENT_ID) + " and "
                            + SettingNames.environment(Vendors.CLIENT_SECRET) + ".",
                    ExitCode.BAD_SETTING));
        }
    }

    /** What cannot be read is told of already. */
    private boolean isMissing(String name) {
        try {
            return settings.binder().bind(name, String.class).orElse("").isEmpty();
        } catch (BindException unreadable) {
            return false;
        }
    }

    private void checkZone() {
        String zone = settings.text(SettingNames.ZONE).orElse("");
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            fail(SettingNames.ZONE, "must be " + SettingWords.allowed(ZoneId.class));
        }
    }

    private void checkDatabase() {
        if (!DatabaseUrl.isKnown(settings.text(SettingNames.URL).orElse(""))) {
            fail(SettingNames.URL, DatabaseUrl.NAMES_NONE);
        }
        if (settings.text(SettingNames.INTAKE_URL)
                .filter(url -> !DatabaseUrl.isKnown(url))
                .isPresent()) {
            fail(SettingNames.INTAKE_URL, DatabaseUrl.NAMES_NONE);
        }
        if (settings.binder().bind(SettingNames.POOL, String.class).isBound()
                && settings.value(SettingNames.POOL, Integer.class)
                        .filter(size -> size > 0)
                        .isEmpty()) {
            fail(SettingNames.POOL, "must be a number from 1");
        }
    }

    private void checkNames() {
        settings.unknownNames().forEach(unknown -> findings.add(Finding.warn(CHECK, unknown.text(), unknown.remedy())));
    }

    private void fail(String name, String what) {
        String value = name.endsWith("*") ? "" : "; it is " + settings.standing(name);
        findings.add(Finding.fail(CHECK, name + " " + what + value, remedy(name), ExitCode.BAD_SETTING));
    }

    private String remedy(String name) {
        if (name.endsWith("*")) {
            return "Compare these settings with the runbook, \"Settings\".";
        }
        String standard = settings.standard(name);
        return "Set " + SettingNames.environment(name)
                + (standard.isEmpty() ? "." : "; the default is " + standard + ".");
    }

    /** What our own record says; the framework's words may hold the value. */
    private static String reason(Throwable refused) {
        return causes(refused).stream()
                .map(cause -> String.valueOf(cause.getMessage()))
                .filter(message -> message.startsWith("shelftally."))
                .findFirst()
                .map(message -> "do not fit together: " + message)
                .orElse("cannot be used together");
    }

    private static List<Throwable> causes(Throwable trouble) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            causes.add(0, cause);
        }
        return causes;
    }
}
