package io.shelftally.operations.telling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** An address that takes JSON by POST: a chat, a pager, a program. */
final class Webhook implements Teller {

    private final Target target;
    private final Template template;
    private final String key;
    private final When on;
    private final HttpSender http;

    Webhook(Target target, WebhookSettings settings, HttpSender http) {
        this.target = target;
        this.template = Template.of(settings.template());
        this.key = Objects.requireNonNullElse(settings.key(), "");
        this.on = settings.on();
        this.http = http;
    }

    @Override
    public String name() {
        return "the webhook at " + target.host();
    }

    @Override
    public boolean wants(RunEvent event) {
        return on.wants(event);
    }

    @Override
    public void tell(RunEvent event) throws IOException, InterruptedException {
        http.send(
                "POST",
                target,
                Map.of("Content-Type", "application/json"),
                template.filled(event, key).getBytes(StandardCharsets.UTF_8));
    }
}
