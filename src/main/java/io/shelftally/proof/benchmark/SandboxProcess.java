package io.shelftally.proof.benchmark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both vendors in a process of their own: a world without trouble, answering with the stated latencies. */
final class SandboxProcess implements AutoCloseable {

    /** The credentials that the sandbox makes up; {@code sandbox --help} tells them too. */
    static final String API_KEY = "csb_Sandbox0Sandbox0Sandbox0Sandbox0_a0ea6dc4";

    static final String USERNAME = "sandbox-user";
    static final String ACCESS_TOKEN = "sandbox-token";

    private static final String MAIN = "io.shelftally.proof.sandbox.SandboxApplication";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Path journal;
    private final URI uri;
    private final HttpClient client = HttpClient.newHttpClient();

    private SandboxProcess(Process process, Path journal, URI uri) {
        this.process = process;
        this.journal = journal;
        this.uri = uri;
    }

    /** Starts it for the biggest night; smaller ones ask about fewer of its scans. */
    static SandboxProcess start(Load load, Path folder) throws IOException, InterruptedException {
        Path port = folder.resolve("port");
        Path journal = folder.resolve("calls.jsonl");
        List<String> command = command(load);
        command.addAll(List.of("--port-file", port.toString(), "--journal", journal.toString()));
        command.addAll(List.of("--per-minute", "0", "--per-day", "0"));
        Latencies latencies = load.latencies();
        command.addAll(List.of("--latency", Long.toString(latencies.usual().toMillis())));
        command.addAll(List.of("--tail-percent", Integer.toString(latencies.tailPercent())));
        command.addAll(List.of("--tail-latency", Long.toString(latencies.tail().toMillis())));
        Process process = Programs.start("sandbox", command, folder, Map.of());
        for (long waited = 0; !Files.exists(port); waited += 50) {
            if (!process.isAlive() || waited > PATIENCE.toMillis()) {
                process.destroy();
                throw new BenchmarkException("the sandbox did not start: "
                        + Files.readString(Programs.log("sandbox", folder)).strip());
            }
            Thread.sleep(50);
        }
        return new SandboxProcess(
                process,
                journal,
                URI.create("http://127.0.0.1:" + Files.readString(port).strip()));
    }

    /** Writes the work lists of that night into the folder. */
    static void writeLists(Load load, Path folder) throws IOException, InterruptedException {
        List<String> command = command(load);
        command.addAll(List.of("--write-lists", folder.toString()));
        if (Programs.start("lists", command, folder, Map.of()).waitFor() != 0) {
            throw new BenchmarkException("the sandbox did not write its work lists");
        }
    }

    URI uri() {
        return uri;
    }

    /** So far; empty where the system does not tell. */
    Optional<Duration> cpu() {
        return ProcFiles.cpu(process.pid());
    }

    /** What it has waited for on purpose, so far. */
    Given given() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri.resolve("/sandbox/latency")).build();
        JsonNode answer =
                JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        return new Given(
                answer.path("calls").asLong(),
                Duration.ofMillis(answer.path("millis").asLong()));
    }

    /** Calls, and the sum of the latencies given to them. */
    record Given(long calls, Duration latency) {

        Given since(Given earlier) {
            return new Given(calls - earlier.calls, latency.minus(earlier.latency));
        }

        Duration mean() {
            return calls == 0 ? Duration.ZERO : latency.dividedBy(calls);
        }
    }

    /** A place in the journal: its end at present. */
    long mark() throws IOException {
        return Files.exists(journal) ? Files.size(journal) : 0;
    }

    /** When the first call after the mark came. */
    Instant firstCallAfter(long mark) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "r")) {
            file.seek(mark);
            String line = file.readLine();
            if (line == null) {
                throw new BenchmarkException("no call reached the sandbox");
            }
            return Instant.parse(JSON.readTree(line).path("time").stringValue());
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static List<String> command(Load load) {
        List<String> command = new ArrayList<>(Programs.java());
        command.addAll(List.of(
                "-Dsun.net.httpserver.nodelay=true", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g", MAIN));
        command.addAll(List.of("--seed", "1", "--trouble", "0"));
        command.addAll(List.of("--scans", Integer.toString(load.scans())));
        command.addAll(List.of("--captures", Integer.toString(load.captures())));
        command.addAll(List.of("--products", Integer.toString(load.products())));
        return command;
    }
}
