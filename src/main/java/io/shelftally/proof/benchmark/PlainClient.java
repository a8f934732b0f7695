package io.shelftally.proof.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calls of a night by the JDK's asynchronous client: the status of 100 scans a call, then each report, as many at once as
 * the job has in flight. It keeps no answer, retries nothing, and gives up at the first that is not 200.
 */
final class PlainClient {

    private static final int STATUSES = 100;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PlainCalls calls;
    private final int inFlight;

    PlainClient(URI vendor, int inFlight) {
        this.calls = new PlainCalls(vendor);
        this.inFlight = inFlight;
    }

    /** @param list of scans, with a header */
    ClientRun run(Path list, int scans) throws Exception {
        List<HttpRequest> requests = requests(list, scans);
        long begin = System.nanoTime();
        Semaphore window = new Semaphore(inFlight);
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (HttpRequest request : requests) {
            window.acquire();
            answers.add(client.sendAsync(request, BodyHandlers.ofByteArray())
                    .thenAccept(PlainClient::check)
                    .whenComplete((nothing, failure) -> window.release()));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        return new ClientRun(inFlight, scans, requests.size(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private List<HttpRequest> requests(Path list, int scans) throws Exception {
        List<Long> ids;
        try (Stream<String> lines = Files.lines(list)) {
            ids = lines.skip(1)
                    .limit(scans)
                    .map(line -> Long.valueOf(line.substring(0, line.indexOf(','))))
                    .toList();
        }
        List<HttpRequest> requests = new ArrayList<>();
        for (int begin = 0; begin < ids.size(); begin += STATUSES) {
            List<Long> some = ids.subList(begin, Math.min(ids.size(), begin + STATUSES));
            requests.add(calls.statuses(some.stream().map(String::valueOf).collect(Collectors.joining(","))));
            some.forEach(id -> requests.add(calls.report(id)));
        }
        return requests;
    }

    private static void check(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new BenchmarkException(answer.uri() + " was answered with " + answer.statusCode());
        }
    }
}
