package io.shelftally.operations.measuring;

import io.shelftally.operations.telling.HttpSender;
import io.shelftally.operations.telling.SettingTrouble;
import io.shelftally.operations.telling.Target;
import io.shelftally.operations.telling.Teller;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Whom the settings give the figures to; who cannot be used is warned of and left out. */
public final class Meters {

    private static final Logger LOG = LoggerFactory.getLogger(Meters.class);

    private Meters() {}

    /**
     * All of them.
     *
     * @param timeout of one attempt by HTTP
     */
    public static List<Teller> of(Environment environment, Duration timeout) {
        List<Teller> meters = new ArrayList<>();
        try {
            add(
                    meters,
                    environment,
                    Binder.get(environment).bindOrCreate("shelftally.metrics", MetricsSettings.class),
                    timeout);
        } catch (RuntimeException e) {
            LOG.warn("not all figures are handed over: {}", SettingTrouble.reason(e));
        }
        return List.copyOf(meters);
    }

    private static void add(List<Teller> meters, Environment environment, MetricsSettings settings, Duration timeout) {
        Path folder = settings.textfileDir();
        if (folder != null && !folder.toString().isEmpty()) {
            meters.add(new TextFiles(folder));
        }
        URI gateway = settings.pushgatewayUrl();
        if (gateway != null && !gateway.toString().isEmpty()) {
            Target target = Target.open("shelftally.metrics.pushgateway-url", gateway);
            meters.add(new PushGateway(target, new HttpSender(timeout)));
        }
        URI collector = settings.otlpUrl();
        if (collector != null && !collector.toString().isEmpty()) {
            Map<String, String> headers = headers(Objects.requireNonNullElse(settings.otlpHeaders(), ""));
            boolean allowsPlain = environment.getProperty("shelftally.http.allow-plain", Boolean.class, false);
            Target target = headers.isEmpty()
                    ? Target.open("shelftally.metrics.otlp-url", collector)
                    : Target.secret("shelftally.metrics.otlp-url", collector, allowsPlain);
            meters.add(new OtlpCollector(target, headers, new HttpSender(timeout)));
        }
    }

    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new HashMap<>();
        for (String header : text.split(",", -1)) {
            int equals = header.indexOf('=');
            if (equals > 0) {
                headers.put(
                        header.substring(0, equals).strip(),
                        header.substring(equals + 1).strip());
            } else if (!header.isBlank()) {
                throw new IllegalArgumentException(
                        "shelftally.metrics.otlp-headers must be name=value, several joined by commas");
            }
        }
        return headers;
    }
}
