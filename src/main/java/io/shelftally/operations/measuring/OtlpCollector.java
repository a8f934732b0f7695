package io.shelftally.operations.measuring;

import io.micrometer.core.instrument.Clock;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.shelftally.operations.telling.HttpSender;
import io.shelftally.operations.telling.RunEvent;
import io.shelftally.operations.telling.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A collector of OpenTelemetry, by its protocol over HTTP. */
final class OtlpCollector extends Measured {

    private final Target collector;
    private final Map<String, String> headers;
    private final HttpSender http;

    OtlpCollector(Target collector, Map<String, String> headers, HttpSender http) {
        this.collector = collector;
        this.headers = Map.copyOf(headers);
        this.http = http;
    }

    @Override
    public String name() {
        return "the collector of OTLP at " + collector.host();
    }

    /** The registry sends when it is closed, on this thread; what it catches is kept. */
    @Override
    public void tell(RunEvent event) throws IOException, InterruptedException {
        List<Exception> troubles = new ArrayList<>();
        OtlpMeterRegistry registry = OtlpMeterRegistry.builder(new Once())
                .clock(Clock.SYSTEM)
                .metricsSender(request -> {
                    try {
                        Map<String, String> all = new HashMap<>(headers);
                        all.put("Content-Type", "application/x-protobuf");
                        http.send("POST", collector, all, request.getMetricsData());
                    } catch (IOException | InterruptedException e) {
                        troubles.add(e);
                    }
                })
                .build();
        Figures figures = new Figures(registry);
        figures.run(event);
        event.summary().ifPresent(night -> figures.night(event, night));
        registry.close();
        if (!troubles.isEmpty()) {
            throw new IOException(troubles.get(0).getMessage(), troubles.get(0));
        }
    }

    /** Never by itself while the process lives. */
    private static final class Once implements OtlpConfig {

        @Override
        public @Nullable String get(String key) {
            return switch (key) {
                case "otlp.step" -> "1d";
                case "otlp.compressionMode" -> "NONE";
                case "otlp.resourceAttributes" -> "service.name=shelftally";
                default -> null;
            };
        }
    }
}
