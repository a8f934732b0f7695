package io.shelftally.proof.benchmark;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** The two calls of Pensa, as the JDK's client sends them. */
final class PlainCalls {

    private final URI facing;

    PlainCalls(URI vendor) {
        this.facing = vendor.resolve("/mobilesdkapi/facing/");
    }

    /** @param scanIds joined by commas */
    HttpRequest statuses(String scanIds) {
        return post("scan-statuses", "{\"scan_ids\":[" + scanIds + "]}");
    }

    HttpRequest report(long scanId) {
        return post("reports-on-demand", "{\"scan_id\":" + scanId + ",\"report_types\":[\"ITEMS_SEEN\",\"OOS\"]}");
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(facing.resolve(path))
                .header("Content-Type", "application/json")
                .header("x-pensa-access-token", SandboxProcess.ACCESS_TOKEN)
                .header("X-Cognito-Username", SandboxProcess.USERNAME)
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
