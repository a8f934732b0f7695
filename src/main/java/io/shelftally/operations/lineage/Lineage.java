package io.shelftally.operations.lineage;

import io.shelftally.operations.telling.HttpSender;
import io.shelftally.operations.telling.SettingTrouble;
import io.shelftally.operations.telling.Teller;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Whom the settings tell of lineage; who cannot be used is warned of and left out. */
public final class Lineage {

    private static final Logger LOG = LoggerFactory.getLogger(Lineage.class);

    private Lineage() {}

    /**
     * All of them; none where no receiver is named.
     *
     * @param timeout of one attempt by HTTP
     */
    public static List<Teller> of(Environment environment, Duration timeout) {
        try {
            Binder binder = Binder.get(environment);
            LineageSettings settings = binder.bindOrCreate("shelftally.lineage", LineageSettings.class);
            List<Sink> sinks = sinks(environment, settings, timeout);
            return sinks.isEmpty() ? List.of() : tellers(sinks, new LineageEvents(Installation.of(binder, settings)));
        } catch (RuntimeException e) {
            LOG.warn("nobody is told of the lineage: {}", SettingTrouble.reason(e));
            return List.of();
        }
    }

    private static List<Sink> sinks(Environment environment, LineageSettings settings, Duration timeout) {
        List<Sink> sinks = new ArrayList<>();
        URI url = settings.url();
        if (url != null && !url.toString().isEmpty()) {
            boolean allowsPlain = environment.getProperty("shelftally.http.allow-plain", Boolean.class, false);
            sinks.add(new LineageReceiver(url, settings.apiKey(), allowsPlain, new HttpSender(timeout)));
        }
        Path file = settings.file();
        if (file != null && !file.toString().isEmpty()) {
            sinks.add(new LineageFile(file.toAbsolutePath()));
        }
        return sinks;
    }

    private static List<Teller> tellers(List<Sink> sinks, LineageEvents events) {
        return sinks.stream()
                .<Teller>map(sink -> new LineageTeller(sink, events))
                .toList();
    }
}
