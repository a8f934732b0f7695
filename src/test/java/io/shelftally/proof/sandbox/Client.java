package io.shelftally.proof.sandbox;

import io.shelftally.proof.sandbox.endpoints.Credentials;
import io.shelftally.proof.sandbox.world.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Calls both vendors as a job would, without judging what comes back. */
record Client(URI base) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    HttpResponse<String> read(String captureId) {
        return send(capture("/" + captureId).GET());
    }

    HttpResponse<String> retry(String captureId) {
        return send(capture("/" + captureId + "/retry").POST(HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> statuses(long... scanIds) {
        JsonNode ids = Json.MAPPER.valueToTree(scanIds);
        return pensa("scan-statuses", "{\"scan_ids\":" + ids + "}");
    }

    HttpResponse<String> report(long scanId) {
        return pensa("reports-on-demand", "{\"scan_id\":" + scanId + ",\"report_types\":[\"ITEMS_SEEN\",\"OOS\"]}");
    }

    HttpResponse<String> pensa(String call, String body) {
        return pensa(call, body, "sandbox-token");
    }

    HttpResponse<String> pensa(String call, String body, String token) {
        return send(request("/mobilesdkapi/facing/" + call)
                .header("x-pensa-access-token", token)
                .header("X-Cognito-Username", "sandbox-user")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> token(String body) {
        return send(request("/extapi/v2/auth-token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> whoami() {
        return send(request("/account/api/v1/whoami").header("X-API-Key", Credentials.MADE_UP.apiKey()));
    }

    HttpRequest.Builder capture(String path) {
        return request("/scanner/api/v1/captures" + path).header("X-API-Key", Credentials.MADE_UP.apiKey());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
    }

    /** Any trouble with the connection or the body is an {@link UncheckedIOException}. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body());
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
