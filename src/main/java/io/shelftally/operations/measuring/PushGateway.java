package io.shelftally.operations.measuring;

import io.shelftally.operations.telling.HttpSender;
import io.shelftally.operations.telling.RunEvent;
import io.shelftally.operations.telling.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Prometheus' Pushgateway: it keeps what it is sent, name by name, so that a run that fails leaves the last night's figures. */
final class PushGateway extends Measured {

    private final Target group;
    private final HttpSender http;

    PushGateway(Target gateway, HttpSender http) {
        this.group = gateway.at("/metrics/job/shelftally");
        this.http = http;
    }

    @Override
    public String name() {
        return "the Pushgateway at " + group.host();
    }

    @Override
    public void tell(RunEvent event) throws IOException, InterruptedException {
        String text = PrometheusText.run(event) + PrometheusText.night(event);
        http.send(
                "POST",
                group,
                Map.of("Content-Type", "text/plain; version=0.0.4; charset=utf-8"),
                text.getBytes(StandardCharsets.UTF_8));
    }
}
