package io.shelftally.proof.sandbox;

import static io.shelftally.proof.sandbox.Client.header;
import static io.shelftally.proof.sandbox.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.endpoints.Limits;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClosientIT {

    private static final String FAILED = "FFFFFFFFFFFFFFFFFFFFFF";
    private static final String SLOW = "SSSSSSSSSSSSSSSSSSSSSS";
    private static final String STALE = "TTTTTTTTTTTTTTTTTTTTTT";
    private static final String NOT_FOUND = "NNNNNNNNNNNNNNNNNNNNNN";
    private static final String WORLD = String.format(Locale.ROOT, """
            {"captures": [
              {"id": "%s", "code": "49000000450", "progression": ["FAILED"], "afterRetry": [["PENDING", "COMPLETED"]]},
              {"id": "%s", "progression": ["PENDING", "LOOKING_UP", "ENRICHING", "RESOLVING", "COMPLETED"]},
              {"id": "%s", "progression": ["FAILED"], "staleRetry": true, "afterRetry": [["RESOLVING", "FAILED"],
                ["COMPLETED"]]},
              {"id": "%s", "code": "49000000450", "progression": ["NOT_FOUND"]}
            ]}""", FAILED, SLOW, STALE, NOT_FOUND);

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.of(WorldSource.text(WORLD)));
    private final Client client = new Client(sandbox.baseUri());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aReadShowsEveryFieldOfTheCapture() {
        HttpResponse<String> answer = client.read(NOT_FOUND);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(json(answer).propertyNames())
                .containsExactlyInAnyOrder(
                        "status",
                        "capture_type",
                        "raw_value",
                        "gtin",
                        "error_message",
                        "created",
                        "metadata",
                        "gs1_dl_data",
                        "product_short_id",
                        "product_name",
                        "processed_at",
                        "uploaded_image_key",
                        "qr_analysis");
        assertThat(json(answer).path("status").asString()).isEqualTo("NOT_FOUND");
        assertThat(json(answer).path("gtin").asString()).isEqualTo("00049000000450");
        assertThat(json(answer).path("product_name").isNull()).isTrue();
    }

    @Test
    void eachReadShowsTheNextState() {
        assertThat(status(client.read(SLOW))).isEqualTo("PENDING");
        assertThat(status(client.read(SLOW))).isEqualTo("LOOKING_UP");
        assertThat(status(client.read(SLOW))).isEqualTo("ENRICHING");
        assertThat(status(client.read(SLOW))).isEqualTo("RESOLVING");
        assertThat(status(client.read(SLOW))).isEqualTo("COMPLETED");
        assertThat(status(client.read(SLOW))).isEqualTo("COMPLETED");
    }

    @Test
    void aFailedCaptureStaysFailedUntilItIsRetried() {
        assertThat(status(client.read(FAILED))).isEqualTo("FAILED");
        assertThat(status(client.read(FAILED))).isEqualTo("FAILED");
        assertThat(status(client.retry(FAILED))).isEqualTo("PENDING");
        assertThat(status(client.read(FAILED))).isEqualTo("PENDING");

        HttpResponse<String> last = client.read(FAILED);

        assertThat(status(last)).isEqualTo("COMPLETED");
        assertThat(json(last).path("product_name").asString()).isEqualTo("dt Coke 20OZA PL BT");
        assertThat(json(last).path("error_message").asString()).isEmpty();
    }

    @Test
    void aCaptureThatIsNotFailedCannotBeRetried() {
        client.retry(FAILED);

        HttpResponse<String> second = client.retry(FAILED);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(json(second).path("error").path("code").asString()).isEqualTo("CONFLICT");
        assertThat(status(client.read(FAILED))).isEqualTo("PENDING");
    }

    @Test
    void aStaleAnswerToARetryStillSaysFailed() {
        assertThat(status(client.retry(STALE))).isEqualTo("FAILED");
        assertThat(status(client.read(STALE))).isEqualTo("RESOLVING");
        assertThat(status(client.read(STALE))).isEqualTo("FAILED");
        assertThat(status(client.retry(STALE))).isEqualTo("FAILED");
        assertThat(status(client.read(STALE))).isEqualTo("COMPLETED");
    }

    @Test
    void anUnknownCaptureIsNotFoundAndAMalformedIdIsInvalid() {
        HttpResponse<String> unknown = client.read("UUUUUUUUUUUUUUUUUUUUUU");
        HttpResponse<String> malformed = client.retry("not-an-id");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).path("error").path("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(malformed.statusCode()).isEqualTo(422);
        assertThat(json(malformed).path("error").path("code").asString()).isEqualTo("VALIDATION_ERROR");
        assertThat(json(malformed).at("/error/details/0/field").asString()).isEqualTo("capture_id");
        assertThat(json(malformed).path("error").path("status").asInt()).isEqualTo(422);
    }

    @Test
    void withoutTheKeyNothingIsAnswered() {
        HttpResponse<String> none = client.send(client.request("/scanner/api/v1/captures/" + SLOW));
        HttpResponse<String> wrong =
                client.send(client.request("/scanner/api/v1/captures/" + SLOW).header("X-API-Key", "csb_x"));

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(json(wrong).path("error").path("code").asString()).isEqualTo("UNAUTHORIZED");
        assertThat(header(wrong, "RateLimit-Remaining")).isEqualTo("300");
    }

    @Test
    void wrongMethodsAndPathsAreRefused() {
        assertThat(client.send(client.capture("/" + SLOW).DELETE()).statusCode())
                .isEqualTo(405);
        assertThat(client.send(client.capture("/" + FAILED + "/retry").GET()).statusCode())
                .isEqualTo(405);
        assertThat(client.send(client.capture("/" + FAILED + "/redo").GET()).statusCode())
                .isEqualTo(404);
        assertThat(client.send(client.request("/elsewhere")).statusCode()).isEqualTo(404);
    }

    @Test
    void everyAnswerTellsTheMostRestrictiveLimit() {
        HttpResponse<String> answer = client.read(SLOW);

        assertThat(header(answer, "RateLimit-Policy")).isEqualTo("300;w=60, 10000;w=86400");
        assertThat(header(answer, "RateLimit-Limit")).isEqualTo("300");
        assertThat(header(answer, "RateLimit-Remaining")).isEqualTo("299");
        assertThat(header(answer, "RateLimit-Reset")).isEqualTo("60");
        assertThat(header(answer, "Retry-After")).isEmpty();
    }

    @Test
    void aCallOverTheLimitIsRefusedAndChangesNothing() {
        Limits limits = Limits.DOCUMENTED.withRates(300, 2);
        SandboxOptions options = SandboxOptions.of(WorldSource.text(WORLD)).withLimits(limits);

        try (Sandbox small = Sandbox.start(options)) {
            Client other = new Client(small.baseUri());
            other.read(FAILED);
            other.read("UUUUUUUUUUUUUUUUUUUUUU");

            HttpResponse<String> refused = other.retry(FAILED);

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(json(refused).path("error").path("code").asString()).isEqualTo("RATE_LIMITED");
            assertThat(header(refused, "RateLimit-Limit")).isEqualTo("2");
            assertThat(header(refused, "RateLimit-Remaining")).isEqualTo("0");
            assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(86_390, 86_400);
        }
    }

    private static String status(HttpResponse<String> answer) {
        return json(answer).path("status").asString();
    }
}
