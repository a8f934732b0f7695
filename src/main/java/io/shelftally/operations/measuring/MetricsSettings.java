package io.shelftally.operations.measuring;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the figures of a run go; nowhere by default.
 *
 * @param textfileDir the folder that node_exporter reads
 * @param pushgatewayUrl of Prometheus' Pushgateway, such as {@code http://host:9091}
 * @param otlpUrl of a collector, such as {@code https://host:4318/v1/metrics}
 * @param otlpHeaders that it asks for, {@code name=value}, several joined by commas: a secret
 */
@ConfigurationProperties("shelftally.metrics")
public record MetricsSettings(
        @Nullable Path textfileDir,
        @Nullable URI pushgatewayUrl,
        @Nullable URI otlpUrl,
        @Nullable String otlpHeaders) {

    @Override
    public String toString() {
        return "MetricsSettings[textfileDir=" + textfileDir + ", pushgatewayUrl="
                + (pushgatewayUrl == null ? "none" : "given") + ", otlpUrl=" + (otlpUrl == null ? "none" : "given")
                + "]";
    }
}
