package io.shelftally.operations.lineage;

import io.shelftally.job.nightly.CoverageSettings;
import java.net.URI;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * What is the same for all runs of an installation.
 *
 * @param namespace of the job
 * @param parent empty if nobody says what started a run
 * @param closient where it is asked
 * @param pensa likewise; empty if it is not set
 * @param lists the database that work lists are queried from, by JDBC
 * @param floors below which nothing is published
 * @param zone of business dates
 */
record Installation(
        String namespace,
        Optional<Parent> parent,
        URI closient,
        Optional<URI> pensa,
        String lists,
        CoverageSettings floors,
        ZoneId zone) {

    private static final Pattern PARENT = Pattern.compile(LineageSettings.PARENT);

    /** The run of a scheduler that started this one. */
    record Parent(String namespace, String job, UUID run) {}

    /** @throws IllegalArgumentException if the parent is none; the message begins with the setting */
    static Installation of(Binder binder, LineageSettings settings) {
        String own = binder.bind("spring.datasource.url", String.class).orElse("");
        String other = binder.bind("shelftally.intake.url", String.class).orElse("");
        return new Installation(
                settings.namespace(),
                parent(Objects.requireNonNullElse(settings.parent(), "")),
                binder.bind("shelftally.closient.base-url", URI.class).get(),
                Optional.ofNullable(binder.bind("shelftally.pensa.base-url", URI.class)
                                .orElse(null))
                        .filter(url -> url.getHost() != null),
                other.isBlank() ? own : other,
                binder.bindOrCreate("shelftally.coverage", CoverageSettings.class),
                binder.bind("shelftally.zone", ZoneId.class).get());
    }

    private static Optional<Parent> parent(String text) {
        Matcher matcher = PARENT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "shelftally.lineage.parent " + LineageSettings.NO_PARENT + ", not \"" + text + "\"");
        }
        return matcher.group(3) == null
                ? Optional.empty()
                : Optional.of(new Parent(matcher.group(1), matcher.group(2), UUID.fromString(matcher.group(3))));
    }
}
