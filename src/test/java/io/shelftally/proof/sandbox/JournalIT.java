package io.shelftally.proof.sandbox;

import static io.shelftally.proof.sandbox.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import io.shelftally.proof.sandbox.endpoints.Latency;
import io.shelftally.proof.sandbox.endpoints.Latency.TailBy;
import io.shelftally.proof.sandbox.seeded.SeededOptions;
import io.shelftally.proof.sandbox.world.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JournalIT {

    private static final String ID = "FFFFFFFFFFFFFFFFFFFFFF";
    private static final WorldSource WORLD = WorldSource.text("""
            {"captures": [{"id": "FFFFFFFFFFFFFFFFFFFFFF", "readSteps": [{"cut": true}], "retrySteps": [{"drop": true}]}],
             "scans": [{"id": 11}]}""");

    @Test
    void theLatencyThatCallsWereGivenIsTold() {
        Latency latency = Latency.of(Duration.ofMillis(3), 0, Duration.ZERO);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(WORLD).withLatency(latency))) {
            Client client = new Client(sandbox.baseUri());
            client.statuses(11);
            client.report(11);

            JsonNode given = json(client.send(client.request("/sandbox/latency")));

            assertThat(given.path("calls").asInt()).isEqualTo(2);
            assertThat(given.path("millis").asInt()).isEqualTo(6);
            assertThat(given.path("taken_micros").path("mean").asInt()).isBetween(3_000, 1_000_000);
            assertThat(given.path("taken_micros").path("max").asInt()).isBetween(3_000, 1_000_000);
            assertThat(json(client.send(client.request("/sandbox/latency").DELETE()))
                            .path("calls")
                            .asInt(-1))
                    .isZero();
        }
    }

    @Test
    void callsThatFindNoWorkerFreeWaitInLine() {
        Latency latency = new Latency(Duration.ofMillis(100), 0, Duration.ZERO, TailBy.SCAN, 1);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(WORLD).withLatency(latency))) {
            Client client = new Client(sandbox.baseUri());

            CompletableFuture.allOf(IntStream.range(0, 4)
                            .mapToObj(i -> CompletableFuture.runAsync(() -> client.report(11), callers))
                            .toArray(CompletableFuture[]::new))
                    .join();

            JsonNode taken =
                    json(client.send(client.request("/sandbox/latency"))).path("taken_micros");
            assertThat(taken.path("max").asInt()).isBetween(250_000, 10_000_000);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void everyCallStandsInTheJournalWithWhatWasSent() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(WORLD))) {
            Client client = new Client(sandbox.baseUri());

            assertThatThrownBy(() -> client.read(ID)).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> client.retry(ID)).isInstanceOf(UncheckedIOException.class);
            client.retry(ID);
            client.statuses(11, 12);
            client.report(12);

            assertThat(sandbox.journal().entries())
                    .extracting(JournalEntry::method, JournalEntry::ids, JournalEntry::status, JournalEntry::fate)
                    .containsExactly(
                            tuple("GET", List.of(ID), 200, "cut"),
                            tuple("POST", List.of(ID), 0, "drop"),
                            tuple("POST", List.of(ID), 409, "whole"),
                            tuple("POST", List.of("11", "12"), 200, "whole"),
                            tuple("POST", List.of("12"), 404, "whole"));
            assertThat(json(client.send(client.request("/sandbox/journal-counts"))))
                    .isEqualTo(Json.MAPPER.valueToTree(Map.of(
                            "GET captures 200", 1,
                            "POST retry drop", 1,
                            "POST reports-on-demand 404", 1,
                            "POST retry 409", 1,
                            "POST scan-statuses 200", 1)));
        }
    }

    @Test
    void aJournalFileHasTheCallBeforeTheClientHasItsAnswer(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("calls.jsonl");
        Files.writeString(file, "{\"earlier\":true}\n");

        try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(WORLD).withJournalFile(file))) {
            new Client(sandbox.baseUri()).statuses(11);

            List<String> lines = Files.readAllLines(file);
            assertThat(lines).hasSize(2);
            JsonNode line = Json.MAPPER.readTree(lines.get(1));
            assertThat(line.propertyNames()).containsExactly("time", "method", "path", "ids", "status", "fate");
            assertThat(line.path("ids").toString()).isEqualTo("[\"11\"]");
        }
    }

    @Test
    void manyDelayedCallsWaitSideBySide() {
        SandboxOptions options = SandboxOptions.of(WorldSource.seed(new SeededOptions(1, 0, 200, 5, 0)))
                .withLatency(Latency.of(Duration.ofMillis(300), 0, Duration.ZERO));
        ExecutorService callers = Executors.newFixedThreadPool(100);

        try (Sandbox sandbox = Sandbox.start(options)) {
            Client client = new Client(sandbox.baseUri());
            client.report(1_000_001);
            long begin = System.nanoTime();

            List<CompletableFuture<Integer>> calls = IntStream.range(0, 100)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> client.report(1_000_002 + i).statusCode(), callers))
                    .toList();

            assertThat(calls).allMatch(call -> call.join() == 200);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        } finally {
            callers.shutdownNow();
        }
    }
}
