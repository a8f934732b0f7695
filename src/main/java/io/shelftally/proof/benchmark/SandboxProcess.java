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
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both vendors in a process of their own: a world without trouble, answering with the stated latencies. */
final class SandboxProcess implements AutoCloseable {

    /** The credentials that the sandbox makes up; {@code sandbox --help} tells them too. */
    static final String API_KEY = "csb_Sandbox0Sandbox0Sandbox0Sandbox0_a0ea6dc4";

    static final String USERNAME = "sandbox-user";
    static final String ACCESS_TOKEN = "sandbox-token";

    private static final String MAIN = "io.shelftally.proof.sandbox.SandboxApplication";
    private static final String LATENCY = "/sandbox/latency";
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
        Files.deleteIfExists(port);
        Path journal = folder.resolve("calls.jsonl");
        List<String> command = command(load);
        command.addAll(List.of("--port-file", port.toString(), "--journal", journal.toString()));
        command.addAll(List.of("--per-minute", "0", "--per-day", "0"));
        Vendor vendor = load.vendor();
        Latencies latencies = vendor.latencies();
        command.addAll(List.of("--latency", Long.toString(latencies.usual().toMillis())));
        command.addAll(List.of("--tail-percent", Integer.toString(latencies.tailPercent())));
        command.addAll(List.of("--tail-latency", Long.toString(latencies.tail().toMillis())));
        command.addAll(List.of("--tail-by", vendor.tailBy().option()));
        command.addAll(List.of("--workers", Integer.toString(vendor.workers())));
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
            throw new BenchmarkException("the sandbox did not write its work lists: "
                    + Files.readString(Programs.log("lists", folder)).strip());
        }
    }

    URI uri() {
        return uri;
    }

    /** So far; empty where the system does not tell. */
    Optional<Duration> cpu() {
        return ProcFiles.cpu(process.pid());
    }

    /** Begins to count: the calls that come now are drawn as those of each night are. */
    VendorCount count() throws IOException, InterruptedException {
        ask(HttpRequest.newBuilder(uri.resolve(LATENCY)).DELETE());
        return new VendorCount(this, answers(), mark(), cpu());
    }

    /** So far, by method, name and answer. */
    Map<String, Long> answers() throws IOException, InterruptedException {
        Map<String, Long> answers = new TreeMap<>();
        ask(HttpRequest.newBuilder(uri.resolve("/sandbox/journal-counts")))
                .forEachEntry((answer, calls) -> answers.put(answer, calls.asLong()));
        return answers;
    }

    /** How long the calls took since the last count began. */
    JsonNode latency() throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(uri.resolve(LATENCY)));
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JSON.readTree(
                client.send(request.build(), BodyHandlers.ofString()).body());
    }

    /** A place in the journal: its end at present. */
    private long mark() throws IOException {
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
