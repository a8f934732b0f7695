package io.shelftally.operations.telling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A check in the manner of healthchecks.io: told of the beginning, and of the end with its exit code. */
final class Ping implements Teller {

    private static final int LONGEST = 10_000;

    private final Target check;
    private final HttpSender http;

    Ping(Target check, HttpSender http) {
        this.check = check;
        this.http = http;
    }

    @Override
    public String name() {
        return "the ping at " + check.host();
    }

    @Override
    public boolean wants(RunEvent event) {
        return event.state() != RunState.RUNNING;
    }

    @Override
    public void tell(RunEvent event) throws IOException, InterruptedException {
        EventText text = new EventText(event);
        String body = event.state() == RunState.STARTED ? text.title() : text.title() + "\n" + text.text();
        http.send(
                "POST",
                check.at(signal(event)),
                Map.of("Content-Type", "text/plain; charset=utf-8"),
                body.substring(0, Math.min(body.length(), LONGEST)).getBytes(StandardCharsets.UTF_8));
    }

    /** An exit code other than 0 is a failure there too; a night that is published has none, and may have failed a rule. */
    private static String signal(RunEvent event) {
        return switch (event.state()) {
            case STARTED, RUNNING -> "/start";
            case FAILED -> "/" + event.exitCode().orElse(1);
            case MISSING -> "/fail";
            case PUBLISHED -> event.isFailure() ? "/fail" : "";
        };
    }
}
