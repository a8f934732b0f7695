package io.shelftally.proof.sandbox;

import static io.shelftally.proof.sandbox.Client.header;
import static io.shelftally.proof.sandbox.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.proof.sandbox.endpoints.Limits;
import io.shelftally.proof.sandbox.world.BadWorldException;
import io.shelftally.proof.sandbox.world.Habits;
import io.shelftally.proof.sandbox.world.Habits.ErrorShape;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Ways of the vendors in which accounts and releases differ. */
class HabitsIT {

    private static final String ID = "UUUUUUUUUUUUUUUUUUUUUU";
    private static final String WORLD = """
            {"habits": {"errors": "PROBLEM", "wrongState": 422, "bearer": true},
             "whoami": {"email": "somebody@example.org"},
             "whoamiSteps": [{}, {"status": 401, "message": "The key has expired"}],
             "captures": [{"id": "UUUUUUUUUUUUUUUUUUUUUU", "readSteps": [
                {}, {"status": 429, "retryAfterSeconds": 7}, {"status": 404, "shape": "ENVELOPE"},
                {"notNumbers": ["hop_count"]}], "object": {"qr_analysis": {"hop_count": 2}}}],
             "scans": [{"id": 1, "model": "NEWER", "progression": ["IN_PROGRESS", "COMPLETE"]}]}
            """;

    @Test
    void errorsMayBeProblemDetails() {
        try (Sandbox sandbox = Sandbox.start(options())) {
            HttpResponse<String> unknown = new Client(sandbox.baseUri()).read("VVVVVVVVVVVVVVVVVVVVVV");

            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(header(unknown, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(json(unknown).path("error_code").asString()).isEqualTo("not_found");
            assertThat(json(unknown).path("title").asString()).isEqualTo("Not Found");
            assertThat(json(unknown).path("retryable").asBoolean(true)).isFalse();
        }
    }

    @Test
    void aRetryInAWrongStateMayBeUnprocessable() {
        try (Sandbox sandbox = Sandbox.start(options())) {
            HttpResponse<String> answer = new Client(sandbox.baseUri()).retry(ID);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(json(answer).path("error_code").asString()).isEqualTo("unprocessable_entity");
            assertThat(json(answer).path("detail").asString()).isEqualTo("Only a failed capture can be retried");
        }
    }

    @Test
    void aStepNamesTheShapeAndWhatIsNoNumber() {
        try (Sandbox sandbox = Sandbox.start(options())) {
            Client client = new Client(sandbox.baseUri());
            client.read(ID);

            HttpResponse<String> limited = client.read(ID);
            HttpResponse<String> enveloped = client.read(ID);
            HttpResponse<String> notNumber = client.read(ID);

            assertThat(json(limited).path("retry_after_seconds").asInt()).isEqualTo(7);
            assertThat(header(limited, "Retry-After")).isEmpty();
            assertThat(json(enveloped).at("/error/code").asString()).isEqualTo("NOT_FOUND");
            assertThat(notNumber.body()).contains("\"hop_count\":NaN");
        }
    }

    @Test
    void aRefusalForATimeSaysInItsBodyTooHowLong() {
        SandboxOptions options = options().withLimits(Limits.DOCUMENTED.withRates(1, 0));
        try (Sandbox sandbox = Sandbox.start(options)) {
            Client client = new Client(sandbox.baseUri());
            client.read(ID);

            HttpResponse<String> refused = client.read(ID);

            assertThat(json(refused).path("retry_after_seconds").asString())
                    .isEqualTo(header(refused, "Retry-After"))
                    .isNotEmpty();
        }
    }

    @Test
    void optionsGoBeforeWhatTheWorldSays() {
        Habits habits = new Habits(ErrorShape.ENVELOPE, null, false);
        try (Sandbox sandbox = Sandbox.start(options().withHabits(habits))) {
            Client client = new Client(sandbox.baseUri());

            assertThat(json(client.retry(ID)).at("/error/code").asString()).isEqualTo("VALIDATION_ERROR");
            assertThat(client.statuses(1).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTokenMayBeWantedInTheBearerHeaderToo() {
        try (Sandbox sandbox = Sandbox.start(options())) {
            assertThat(new Client(sandbox.baseUri()).statuses(1).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void inTheNewerModelWhatIsNotOverHasNotEnded() {
        Habits habits = new Habits(null, null, false);
        try (Sandbox sandbox = Sandbox.start(options().withHabits(habits))) {
            Client client = new Client(sandbox.baseUri());

            assertThat(json(client.statuses(1)).at("/data/0/completed").isNull())
                    .isTrue();
            assertThat(json(client.statuses(1)).at("/data/0/completed").asString())
                    .isNotEmpty();
        }
    }

    @Test
    void whoseKeyItIsIsToldAndCounts() {
        try (Sandbox sandbox = Sandbox.start(options())) {
            Client client = new Client(sandbox.baseUri());

            HttpResponse<String> known = client.whoami();
            HttpResponse<String> expired = client.whoami();

            assertThat(json(known).at("/organizations/0/name").asString()).isEqualTo("Sandbox Foods");
            assertThat(json(known).path("email").asString()).isEqualTo("somebody@example.org");
            assertThat(header(known, "RateLimit-Remaining")).isEqualTo("299");
            assertThat(expired.statusCode()).isEqualTo(401);
            assertThat(sandbox.journal().counts()).containsEntry("GET whoami 200", 1L);
        }
    }

    @Test
    void aHabitThatNoVendorHasIsRefused() {
        SandboxOptions options = SandboxOptions.of(WorldSource.text("{\"habits\": {\"wrongState\": 410}}"));

        assertThatThrownBy(() -> Sandbox.start(options))
                .isInstanceOf(BadWorldException.class)
                .hasMessageContaining("wrongState must be 409 or 422, not 410");
    }

    private static SandboxOptions options() {
        return SandboxOptions.of(WorldSource.text(WORLD));
    }
}
