package io.shelftally.proof.sandbox;

import static io.shelftally.proof.sandbox.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.endpoints.Limits;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PensaIT {

    private static final String WORLD = """
            {"scans": [
              {"id": 11, "report": {"ITEMS_SEEN": ["49000000450"], "OOS": []}},
              {"id": 12, "model": "NEWER", "progression": ["IN_PROGRESS", {"status": "IN_PROGRESS",
                "fast_status": "COMPLETE"}, "COMPLETE"], "report": {"ITEM_SEEN": [], "NO_OOS": true}},
              {"id": 13, "progression": [null, "COMPLETE"]},
              {"id": 14, "model": "BARE", "extraItems": [{"id": 99, "status": "COMPLETE"}]}
            ]}""";
    private static final String GRANT =
            "{\"client_id\":\"sandbox-client\",\"client_secret\":\"%s\",\"grant_type\":\"%s\"}";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.of(WorldSource.text(WORLD)));
    private final Client client = new Client(sandbox.baseUri());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void statusItemsComeInBothModelsAndUnknownScansAreLeftOut() {
        JsonNode data = json(client.statuses(11, 77, 12)).path("data");

        assertThat(data.size()).isEqualTo(2);
        assertThat(data.get(0).path("id").asLong()).isEqualTo(11);
        assertThat(data.get(0).path("scan_metadata").path("guid").asString()).isEqualTo("shelf-11");
        assertThat(data.get(1).path("id").asLong()).isEqualTo(12);
        assertThat(data.get(1).has("scan_metadata")).isFalse();
    }

    @Test
    void eachStatusCallShowsTheNextState() {
        assertThat(states(12)).isEqualTo("IN_PROGRESS IN_PROGRESS");
        assertThat(states(12)).isEqualTo("IN_PROGRESS COMPLETE");
        assertThat(states(12)).isEqualTo("COMPLETE COMPLETE");
        assertThat(states(12)).isEqualTo("COMPLETE COMPLETE");
    }

    @Test
    void aScanMovesOnByTheCallsThatNameItAlone() {
        client.statuses(11, 13);

        assertThat(states(12)).isEqualTo("IN_PROGRESS IN_PROGRESS");
        assertThat(json(client.statuses(13, 12)).path("data").size()).isEqualTo(2);
    }

    @Test
    void anItemThatWasNotAskedForCanComeAlong() {
        JsonNode data = json(client.statuses(14)).path("data");

        assertThat(data.toString()).isEqualTo("""
                [{"id":14,"status":"COMPLETE","fast_status":"COMPLETE"},{"id":99,"status":"COMPLETE"}]""");
    }

    @Test
    void aReportHasTheListsThatWereAskedFor() {
        JsonNode both = json(client.report(11)).path("data");
        JsonNode one = json(client.pensa("reports-on-demand", "{\"scan_id\":11,\"report_types\":[\"OOS\"]}"));

        assertThat(both.at("/ITEMS_SEEN/report/product_list/0/upc").asString()).isEqualTo("49000000450");
        assertThat(both.at("/ITEMS_SEEN/scan_id").asLong()).isEqualTo(11);
        assertThat(both.at("/OOS/report/product_list").size()).isZero();
        assertThat(one.path("data").propertyNames()).containsExactly("OOS");
        assertThat(json(client.report(12)).path("data").propertyNames()).containsExactly("ITEM_SEEN", "NO_OOS");
    }

    @Test
    void aScanWithoutReportAnswersNotFound() {
        assertThat(client.report(13).statusCode()).isEqualTo(404);
        assertThat(client.report(77).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"scan_ids\":[]}",
                "{\"scan_ids\":[\"11\"]}",
                "{\"scan_ids\":[1.5]}",
                "{\"scan_ids\":[9223372036854775808]}"
            })
    void aMalformedStatusCallIsRefused(String body) {
        assertThat(client.pensa("scan-statuses", body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scan_id\":11}",
                "{\"scan_id\":11,\"report_types\":[]}",
                "{\"scan_id\":11,\"report_types\":[\"SEEN\"]}",
                "{\"scan_id\":\"11\",\"report_types\":[\"OOS\"]}"
            })
    void aMalformedReportCallIsRefused(String body) {
        assertThat(client.pensa("reports-on-demand", body).statusCode()).isEqualTo(400);
    }

    @Test
    void moreIdsThanAllowedAreRefused() {
        assertThat(client.statuses(new long[101]).statusCode()).isEqualTo(400);
    }

    @Test
    void tokenAndUserAreChecked() {
        HttpRequest.Builder withoutUser = client.request("/mobilesdkapi/facing/scan-statuses")
                .header("x-pensa-access-token", "sandbox-token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"scan_ids\":[11]}"));

        assertThat(client.pensa("scan-statuses", "{\"scan_ids\":[11]}", "wrong").statusCode())
                .isEqualTo(401);
        assertThat(client.send(withoutUser).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenIsIssuedForTheClientsCredentialsInJsonAlone() {
        HttpResponse<String> issued =
                client.token(String.format(Locale.ROOT, GRANT, "sandbox-secret", "client_credentials"));
        HttpRequest.Builder form = client.request("/extapi/v2/auth-token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));

        assertThat(json(issued).path("token_type").asString()).isEqualTo("Bearer");
        assertThat(json(issued).path("expires_in").asInt()).isEqualTo(3600);
        assertThat(client.pensa(
                                "scan-statuses",
                                "{\"scan_ids\":[11]}",
                                json(issued).path("access_token").asString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.token(String.format(Locale.ROOT, GRANT, "wrong", "client_credentials"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.token(String.format(Locale.ROOT, GRANT, "sandbox-secret", "password"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.send(form).statusCode()).isEqualTo(400);
    }

    @Test
    void anIssuedTokenExpires() {
        Limits limits = Limits.DOCUMENTED.withTokenLife(Duration.ofSeconds(1));
        SandboxOptions options = SandboxOptions.of(WorldSource.text(WORLD)).withLimits(limits);

        try (Sandbox brief = Sandbox.start(options)) {
            Client other = new Client(brief.baseUri());
            String token = json(other.token(String.format(Locale.ROOT, GRANT, "sandbox-secret", "client_credentials")))
                    .path("access_token")
                    .asString();

            assertThat(Stream.generate(() -> other.pensa("scan-statuses", "{\"scan_ids\":[11]}", token))
                            .map(HttpResponse::statusCode)
                            .filter(status -> status == 401)
                            .findFirst())
                    .isPresent();
        }
    }

    private String states(long id) {
        JsonNode item = json(client.statuses(id)).path("data").get(0);
        return item.path("status").asString() + " " + item.path("fast_status").asString();
    }
}
