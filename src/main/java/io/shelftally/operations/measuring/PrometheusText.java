package io.shelftally.operations.measuring;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.shelftally.operations.telling.RunEvent;
import java.util.function.Consumer;

/** The figures in Prometheus' text format. */
final class PrometheusText {

    private PrometheusText() {}

    static String run(RunEvent event) {
        return text(figures -> figures.run(event));
    }

    /** Empty text if the run published nothing. */
    static String night(RunEvent event) {
        return event.summary()
                .map(night -> text(figures -> figures.night(event, night)))
                .orElse("");
    }

    private static String text(Consumer<Figures> filling) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try {
            filling.accept(new Figures(registry));
            return registry.scrape();
        } finally {
            registry.close();
        }
    }
}
