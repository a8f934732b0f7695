package io.shelftally.proof.sandbox;

import static io.shelftally.proof.sandbox.Client.header;
import static io.shelftally.proof.sandbox.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsIT {

    private static final String ID = "FFFFFFFFFFFFFFFFFFFFFF";

    private Sandbox sandbox = Sandbox.start(SandboxOptions.of(WorldSource.text("{}")));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aStatusComesWithTheVendorsOwnErrorBody() {
        Client client = reading("{\"status\": 503, \"retryAfter\": \"7\", \"times\": 2}");

        HttpResponse<String> first = client.read(ID);

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(header(first, "Retry-After")).isEqualTo("7");
        assertThat(header(first, "RateLimit-Remaining")).isEqualTo("299");
        assertThat(json(first).path("error").path("code").asString()).isEqualTo("INTERNAL_ERROR");
        assertThat(client.read(ID).statusCode()).isEqualTo(503);
        assertThat(client.read(ID).statusCode()).isEqualTo(200);
    }

    @Test
    void anEnvelopeCanDisagreeWithItsStatus() {
        Client client = reading("{\"status\": 403, \"code\": \"NOT_FOUND\", \"message\": \"m\", \"details\": []}");

        assertThat(client.read(ID).body())
                .isEqualTo("{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"m\",\"status\":403,\"details\":[]}}");
    }

    @Test
    void aRetryAfterCanBeADate() {
        Client client = reading("{\"status\": 429, \"retryAfter\": \"date+30\"}");

        String date = header(client.read(ID), "Retry-After");

        assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isBetween(Instant.now().plusSeconds(20), Instant.now().plusSeconds(31));
    }

    @Test
    void aBodyOfAnyKindCanComeWithAnyContentType() {
        Client client = reading("""
                {"text": "<html>{", "contentType": "text/html", "headers": {"X-Legacy": "1"}}, {"body": [1]},
                {"contentType": "text/plain"}, {"status": 204, "text": ""}""");

        HttpResponse<String> page = client.read(ID);
        assertThat(page.body()).isEqualTo("<html>{");
        assertThat(header(page, "Content-Type")).isEqualTo("text/html");
        assertThat(header(page, "X-Legacy")).isEqualTo("1");
        assertThat(client.read(ID).body()).isEqualTo("[1]");
        HttpResponse<String> plain = client.read(ID);
        assertThat(header(plain, "Content-Type")).isEqualTo("text/plain");
        assertThat(json(plain).path("status").asString()).isEqualTo("PENDING");
        assertThat(client.read(ID).statusCode()).isEqualTo(204);
        assertThat(json(client.read(ID)).path("status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void aCutBodyIsNoSuccessfulRead() {
        Client client = reading("{\"cut\": true}");

        assertThatThrownBy(() -> client.read(ID)).isInstanceOf(UncheckedIOException.class);
        assertThat(json(client.read(ID)).path("status").asString()).isEqualTo("PENDING");
    }

    @Test
    void aDroppedCallGetsNoAnswer() {
        Client client = reading("{\"drop\": true, \"times\": \"forever\"}");

        assertThatThrownBy(() -> client.read(ID)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> client.read(ID)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aHangingCallKeepsTheClientWaitingAndNobodyElse() {
        Client client = reading("{\"hang\": true}");

        assertThatThrownBy(() -> client.send(client.capture("/" + ID).timeout(Duration.ofSeconds(2))))
                .hasCauseInstanceOf(HttpTimeoutException.class);
        assertThat(client.read(ID).statusCode()).isEqualTo(200);
    }

    @Test
    void aDelayedAnswerIsTheOrdinaryOne() {
        Client client = reading("{\"delayMs\": 150}");
        long begin = System.nanoTime();

        HttpResponse<String> answer = client.read(ID);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        assertThat(json(answer).path("status").asString()).isEqualTo("PENDING");
        assertThat(json(client.read(ID)).path("status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void aLostRetryTakesEffectOnlyWhereTheStepSaysSo() {
        Client client = retrying("{\"status\": 500}, {\"status\": 504, \"applied\": true}");

        assertThat(client.retry(ID).statusCode()).isEqualTo(500);
        assertThat(json(client.read(ID)).path("status").asString()).isEqualTo("FAILED");
        assertThat(client.retry(ID).statusCode()).isEqualTo(504);
        assertThat(json(client.read(ID)).path("status").asString()).isEqualTo("RESOLVING");
    }

    @Test
    void aCutAnswerToARetryTakesEffectUnlessTheStepSaysOtherwise() {
        Client client = retrying("{\"cut\": true, \"applied\": false}, {\"cut\": true}");

        assertThatThrownBy(() -> client.retry(ID)).isInstanceOf(UncheckedIOException.class);
        assertThat(json(client.read(ID)).path("status").asString()).isEqualTo("FAILED");
        assertThatThrownBy(() -> client.retry(ID)).isInstanceOf(UncheckedIOException.class);
        assertThat(json(client.read(ID)).path("status").asString()).isEqualTo("RESOLVING");
    }

    @Test
    void theFaultOfOneScanIsTheFaultOfTheWholeStatusCallAndMovesNobodyOn() {
        Client client = world("""
                {"scans": [{"id": 11, "statusSteps": [{"status": 500}]},
                  {"id": 12, "progression": ["IN_PROGRESS", "COMPLETE"], "statusSteps": [{"delayMs": 1}, {"text": "{"}]}]}""");

        assertThat(client.statuses(12, 11).statusCode()).isEqualTo(500);
        assertThat(client.statuses(12, 11).body()).isEqualTo("{");
        assertThat(json(client.statuses(12, 11)).at("/data/0/status").asString())
                .isEqualTo("IN_PROGRESS");
        assertThat(json(client.statuses(12, 11)).at("/data/0/status").asString())
                .isEqualTo("COMPLETE");
    }

    @Test
    void aReportCanFailAndBeRight() {
        Client client = world("""
                {"scans": [{"id": 11, "report": {"OOS": []}, "reportSteps": [{"status": 425, "message": "not yet"},
                  {"text": "{\\"data\\":"}]}]}""");

        assertThat(client.report(11).statusCode()).isEqualTo(425);
        assertThat(client.report(11).body()).isEqualTo("{\"data\":");
        assertThat(json(client.report(11)).at("/data/OOS/scan_id").asInt()).isEqualTo(11);
    }

    @Test
    void theTokensDeskCanFail() {
        Client client = world("{\"tokenSteps\": [{\"status\": 503}]}");
        String grant = "{\"client_id\":\"sandbox-client\",\"client_secret\":\"sandbox-secret\","
                + "\"grant_type\":\"client_credentials\"}";

        assertThat(client.token(grant).statusCode()).isEqualTo(503);
        assertThat(client.token(grant).statusCode()).isEqualTo(200);
    }

    private Client reading(String steps) {
        return world("{\"captures\": [{\"id\": \"" + ID
                + "\", \"progression\": [\"PENDING\", \"COMPLETED\"], \"readSteps\": [" + steps + "]}]}");
    }

    private Client retrying(String steps) {
        return world("{\"captures\": [{\"id\": \"" + ID
                + "\", \"progression\": [\"FAILED\"], \"afterRetry\": [[\"RESOLVING\"]], \"retrySteps\": [" + steps
                + "]}]}");
    }

    private Client world(String json) {
        sandbox.close();
        sandbox = Sandbox.start(SandboxOptions.of(WorldSource.text(json)));
        return new Client(sandbox.baseUri());
    }
}
