package io.shelftally.operations.checkup;

import io.shelftally.calls.answers.ClosientKeyShape;
import io.shelftally.calls.http.SettingChecks;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.settings.SettingNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the shape of each secret that is given, and shows none. */
final class CredentialsCheck {

    private static final String CHECK = "credentials";

    private static final List<String> SENT =
            List.of(Vendors.API_KEY, Vendors.USERNAME, Vendors.ACCESS_TOKEN, Vendors.CLIENT_ID, Vendors.CLIENT_SECRET);

    private final JobSettings settings;

    CredentialsCheck(JobSettings settings) {
        this.settings = settings;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        SENT.forEach(name ->
                settings.text(name).flatMap(secret -> oddity(name, secret)).ifPresent(findings::add));
        if (findings.isEmpty()) {
            long given = SENT.stream()
                    .filter(name -> settings.text(name).isPresent())
                    .count();
            findings.add(Finding.ok(CHECK, given + " given, of the right shape; none is shown"));
        }
        return findings;
    }

    private static Optional<Finding> oddity(String name, String secret) {
        try {
            SettingChecks.requireHeaderSafe(name, secret);
        } catch (IllegalArgumentException unsafe) {
            return Optional.of(Finding.fail(
                    CHECK,
                    String.valueOf(unsafe.getMessage()),
                    "Put the secret anew into " + SettingNames.environment(name) + ", without line ends or quotes.",
                    ExitCode.CREDENTIALS));
        }
        if (!secret.equals(secret.strip()) || secret.matches("([\"']).*\\1")) {
            return Optional.of(Finding.warn(
                    CHECK,
                    name + " begins or ends with a blank or a quote",
                    "If these are no part of the secret, put it anew into " + SettingNames.environment(name) + "."));
        }
        return name.equals(Vendors.API_KEY)
                ? ClosientKeyShape.warning(secret)
                        .map(odd -> Finding.warn(
                                CHECK, odd, "Copy the key anew into " + SettingNames.environment(name) + "."))
                : Optional.empty();
    }
}
